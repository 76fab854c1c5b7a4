#!/usr/bin/env bash
# A day, and some weeks after it, in the case system. day.sh PROGRAM... runs a program that takes the commands,
# from this folder, on a new database:
#   ./day.sh python3 -m esdh      ./day.sh mono build/esdh.exe
# What belongs to one edition of the model or the library (digests, the layer's edition) is not printed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
program=("$@")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

model=../odder/odder.json
# The model moves on: the caseworker's limit is raised from 25,000 to 40,000 kr.
sed '/"g-sagsbehandler"/s/25000/40000/' ../odder/odder.json >"$work/odder-2.json"

say() { printf '\n# %s\n' "$*"; }

# on DAY USER COMMAND...: shows the command and what comes of it; a refusal is shown, too.
on() {
  local day=$1 user=$2 status=0
  shift 2
  printf '\n%s %s$ %s\n' "$day" "$user" "${*@Q}" | sed "s/'\([a-zA-Z0-9.:=,_-]*\)'/\1/g"
  "${program[@]}" --db "$work/cases.db" --model "$model" --today "$day" --user "$user" "$@" >"$work/out" 2>&1 || status=$?
  sed -E 's/model [0-9a-f]{12}/model (digest)/; s/(udgaver ).*\)$/\1...)/' "$work/out"
  ((status < 2)) || exit "$status"
}

on 2026-03-02 mbak setup staff.csv

say 'En sag om støtte. Ingen oplysninger endnu: svaret er "det afhænger af", og der er noget at spørge om.'
on 2026-03-02 mbak open 2026-101 'Støtte i eget hjem' --power decide --target 27.36.12 --unit visitation --party 'Bo Berg'
on 2026-03-02 mbak who 2026-101
on 2026-03-02 mbak decide 2026-101 --answer 1 --by mbak:sagsbehandler --outcome 'Bevilget'
on 2026-03-02 mbak facts 2026-101 'beløb=18.000'
on 2026-03-02 mbak facts 2026-101 'beloeb=18000'
on 2026-03-02 mbak facts 2026-101 'beløb=18000'
on 2026-03-02 pdam facts 2026-101 principled=nej
on 2026-03-02 mbak decide 2026-101 --answer 1 --by mbak:sagsbehandler --outcome 'Bevilget'
on 2026-03-02 mbak who 2026-101
on 2026-03-02 mbak decide 2026-101 --answer 2 --by mbak:sagsbehandler --outcome 'Bevilget, 3 timer om ugen'
on 2026-03-02 mbak show 2026-101

say 'Over sagsbehandlerens grænse, og lederen er i familie med borgeren.'
on 2026-03-02 mbak open 2026-102 'Støtte i eget hjem' --power decide --target 27.36.12 --unit visitation --party 'Ida Juhl'
on 2026-03-02 mbak facts 2026-102 amount=60000 principled=nej
on 2026-03-02 mbak who 2026-102
on 2026-03-02 mbak decide 2026-102 --answer 3 --by mbak:sagsbehandler --outcome 'Bevilget'
on 2026-03-02 lhviid disqualify 2026-102 lhviid 'Søster til borgeren, forvaltningslovens § 3'
on 2026-03-02 lhviid decide 2026-102 --answer 3 --by lhviid:leder-visitation --outcome 'Bevilget'
on 2026-03-02 ktoft who 2026-102
on 2026-03-02 ktoft decide 2026-102 --answer 4 --by ktoft:koordinator --outcome 'Bevilget, 12 timer om ugen'

say 'Udvalgets sag: chefen indstiller først. Sekretæren fører udvalgets beslutning ind.'
on 2026-03-02 mbak open 2026-103 'Støtte døgnet rundt' --power decide --target 27.36.12 --unit visitation --party 'Eva Holt'
on 2026-03-02 mbak facts 2026-103 amount=900000 principled=nej
on 2026-03-02 ufriis who 2026-103
on 2026-03-02 ufriis decide 2026-103 --answer 5 --by ufriis:socialudvalg --outcome 'Godkendt'
on 2026-03-02 pdam involve 2026-103 i-indstil-socialchef socialchef --done 'Indstilles godkendt'

say 'En regel væk: ugenotatet. MED drøfter det først og har 14 dage; udvalget orienteres bagefter.'
on 2026-03-02 hlund open 2026-104 'Ugenotatet ophæves' --power repeal --target ugenotat
on 2026-03-02 hlund who 2026-104
on 2026-03-02 hlund decide 2026-104 --answer 6 --by hlund:leder-udfoerer --outcome 'Ophævet'
on 2026-03-02 hlund involve 2026-104 i-med-regler lokal-udfoerer

say 'En retningslinje, som to parter har aftalt: de ophæver den sammen, eller den ene siger den op.'
on 2026-03-02 bkrag open 2026-105 'Retningslinjen om stress ophæves' --power repeal --target retningslinje-stress
on 2026-03-02 bkrag who 2026-105
on 2026-03-02 bkrag decide 2026-105 --answer 7 --by bkrag:direktion --outcome 'Ophævet'

say 'En klage er ikke vores at afgøre, og en ny sag venter på oplysninger. Køen:'
on 2026-03-02 mbak open 2026-106 'Klage over afslag' --power decide --target klage-social --party 'Per Lind'
on 2026-03-02 mbak open 2026-107 'Støtte i eget hjem' --power decide --target 27.36.12 --unit visitation --party 'Else Vang'
on 2026-03-02 mbak facts 2026-107 amount=30000
on 2026-03-02 pdam queue

say 'En uge senere: de 14 dage er ikke gået.'
on 2026-03-09 hlund involve 2026-104 i-med-regler lokal-udfoerer --done 'Drøftet, ingen bemærkninger'
on 2026-03-09 hlund who 2026-104
on 2026-03-09 hlund decide 2026-104 --answer 8 --by hlund:leder-udfoerer --outcome 'Ophævet'
on 2026-03-09 pdam facts 2026-107 principled=nej
on 2026-03-09 lhviid who 2026-107

say 'To uger senere. Modellen er en anden: sagsbehandlerens grænse er hævet. Et gammelt svar gælder ikke.'
model=$work/odder-2.json
on 2026-03-16 lhviid decide 2026-107 --answer 9 --by lhviid:leder-visitation --outcome 'Bevilget'
on 2026-03-16 jstorm who 2026-107
on 2026-03-16 jstorm decide 2026-107 --answer 10 --by jstorm:sagsbehandler --outcome 'Bevilget, 5 timer om ugen'
on 2026-03-16 hlund who 2026-104
on 2026-03-16 hlund decide 2026-104 --answer 11 --by hlund:leder-udfoerer --outcome 'Ophævet'
on 2026-03-16 ufriis who 2026-103
on 2026-03-16 ufriis decide 2026-103 --answer 12 --by ufriis:socialudvalg --outcome 'Godkendt, punkt 7'
on 2026-03-16 bkrag who 2026-105
on 2026-03-16 bkrag decide 2026-105 --answer 13 --by bkrag:direktion --by obech:medarbejdersiden --outcome 'Ophævet efter aftale'
on 2026-03-16 pdam queue
on 2026-03-17 ufriis involve 2026-104 i-orienter-socialudvalg socialudvalg --done 'Taget til orientering'

say 'Hvad der står på en sag, dens notat og loggen.'
on 2026-03-17 hlund show 2026-104
on 2026-03-17 hlund show 2026-107
on 2026-03-17 hlund note 2026-107 --answer 10 | sed -n 1,22p
on 2026-03-17 hlund log
