# french.sh -- texts are set as Canadian French is, whatever the translator typed.
. "$(dirname "$0")/../support/lib.sh"

set_as() {
	printf 'msgid "x"\nmsgstr "%s"\n' "$1" >"$scratch/fr.po"
	expect 0 "made: $1" tools/catalog "$scratch/table.c" "$scratch/fr.po"
	cp "$scratch/table.c" "$scratch/out"
	output_has "\"$2\""
}

nbsp=$(printf '\302\240')
set_as "Date d'échéance : %1" "Date d’échéance$nbsp: %1"
set_as "Responsable: %1" "Responsable$nbsp: %1"
set_as 'http://%1 à 10:30' 'http://%1 à 10:30'
set_as '%1:%2: le nom manque' '%1:%2: le nom manque'
set_as 'Pourquoi ?' 'Pourquoi?'
set_as 'le plan « %1 » existe' "le plan «$nbsp%1$nbsp» existe"
set_as "l'écran" 'l’écran'
finish
