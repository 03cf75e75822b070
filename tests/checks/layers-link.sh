# layers-link.sh -- a call upwards does not link, even without include and test.
. "$(dirname "$0")/../support/lib.sh"

copy=$scratch/copy
mkdir -p "$copy"
cp -r meson.build meson_options.txt tools "$copy"
mkdir -p "$copy/src/base" "$copy/src/codec" "$copy/tests" "$copy/content"
cp -r content/languages "$copy/content"
cp src/meson.build src/LAYERS src/link_check.c "$copy/src"
cp src/base/* "$copy/src/base"
cp src/codec/meson.build src/codec/catalog*.[ch] "$copy/src/codec"
cp tests/meson.build "$copy/tests"
cat >"$copy/src/base/upwards.c" <<'END'
extern const char *lang_code(int lang);
const char *base_asks_codec(void);
const char *base_asks_codec(void)
{
	return lang_code(0);
}
END
expect 0 'the copy is set up' meson setup "$copy/build" "$copy" -Dtests=false
expect 1 'a call from base to codec does not link' \
	ninja -C "$copy/build" src/layers-base src/layers-codec
output_has 'lang_code'
rm "$copy/src/base/upwards.c"
expect 0 'the copy is set up again' meson setup --reconfigure "$copy/build"
expect 0 'without it both link' ninja -C "$copy/build" src/layers-base src/layers-codec
finish
