/*
 * link_check.c -- an empty program that each folder is linked into, whole, together with
 * the folders below it: the proof that no folder calls upwards.
 */
int main(void)
{
	return 0;
}
