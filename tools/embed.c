/*
 * embed.c -- makes one C file out of many files of any kind, at build.
 *
 *     embed OUT.c PATH=FILE...
 *
 * The bytes are taken in by the assembler (.incbin), so that a megabyte of fonts costs no
 * compile time; the hash in the table makes the C file change when a file does.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <openssl/evp.h>

struct file {
	const char *path;       /* as the program knows it */
	const char *from;       /* where it lies at build */
	size_t size;
	char sha256[65];
};

static void die(const char *what)
{
	fprintf(stderr, "embed: %s: %s\n", what, strerror(errno));
	exit(1);
}

static int compare_paths(const void *a, const void *b)
{
	return strcmp(((const struct file *)a)->path, ((const struct file *)b)->path);
}

static void measure(struct file *file)
{
	unsigned char digest[32];
	char piece[65536];
	FILE *in = fopen(file->from, "rb");
	EVP_MD_CTX *hash = EVP_MD_CTX_new();
	size_t n;

	if (!in || !hash || !EVP_DigestInit_ex(hash, EVP_sha256(), NULL))
		die(file->from);
	while ((n = fread(piece, 1, sizeof piece, in)) > 0) {
		file->size += n;
		if (!EVP_DigestUpdate(hash, piece, n))
			die(file->from);
	}
	if (ferror(in) || !EVP_DigestFinal_ex(hash, digest, NULL))
		die(file->from);
	for (size_t i = 0; i < sizeof digest; i++)
		snprintf(file->sha256 + 2 * i, 3, "%02x", digest[i]);
	EVP_MD_CTX_free(hash);
	fclose(in);
}

static void write_file(FILE *out, const struct file *file, int number)
{
	fprintf(out,
	        "/* %s %s */\n"
	        "__asm__(\".pushsection .rodata\\n.balign 16\\n\"\n"
	        "        \".local embedded_%d\\nembedded_%d: .incbin \\\"%s\\\"\\n\"\n"
	        "        \".byte 0\\n.popsection\");\n"
	        "extern const char embedded_%d[]\n"
	        "        __attribute__((visibility(\"hidden\")));\n",
	        file->path, file->sha256, number, number, file->from, number);
}

static void write_table(FILE *out, const struct file *files, int count)
{
	fputs("\nconst struct embedded_file embedded_files[] = {\n", out);
	for (int i = 0; i < count; i++)
		fprintf(out, "\t{ { \"%s\", %zu }, { embedded_%d, %zu }, \"%s\" },\n",
		        files[i].path, strlen(files[i].path), i, files[i].size,
		        files[i].sha256);
	if (count == 0)
		fputs("\t{ { 0, 0 }, { 0, 0 }, 0 },\n", out);
	fprintf(out, "};\nconst size_t embedded_count = %d;\n", count);
}

int main(int argc, char **argv)
{
	if (argc < 2) {
		fputs("usage: embed OUT.c PATH=FILE...\n", stderr);
		return 2;
	}
	int count = argc - 2;
	struct file *files = calloc((size_t)count + 1, sizeof *files);
	FILE *out = fopen(argv[1], "w");
	if (!files || !out)
		die(argv[1]);
	for (int i = 0; i < count; i++) {
		char *equals = strchr(argv[i + 2], '=');

		if (!equals) {
			fprintf(stderr, "embed: not PATH=FILE: %s\n", argv[i + 2]);
			return 2;
		}
		*equals = '\0';
		files[i].path = argv[i + 2];
		files[i].from = equals + 1;
		measure(&files[i]);
	}
	qsort(files, (size_t)count, sizeof *files, compare_paths);
	fputs("/* Made by tools/embed.c. */\n#include \"base/embed.h\"\n\n", out);
	for (int i = 0; i < count; i++)
		write_file(out, &files[i], i);
	write_table(out, files, count);
	free(files);
	if (fclose(out) != 0)
		die(argv[1]);
	return 0;
}
