"""Words that end in a full stop without ending a sentence."""

# Never the end of a sentence: what follows belongs to them.
_LEADING = (
    "mr mrs ms dr prof gen lt col maj capt cmdr cpl sgt adm brig rev fr hon pres gov sen rep sens reps supt insp det "
    "st mt ft no nos vs v viz cf e.g i.e fig vol ch pp art sec messrs mme mlle sr.ta dept univ ave blvd approx "
    "ca est spc pvt lt.col lt.gen maj.gen brig.gen atty amb min sheikh"
)
LEADING = frozenset(_LEADING.split())
# May stand inside or at the end: what follows decides.
_AMBIGUOUS = (
    "jr sr inc corp co ltd llc plc bros cos assn etc u.s u.k u.n u.s.a e.u d.c a.m p.m jan feb mar apr jun jul aug sep "
    "sept oct nov dec mon tue tues wed thu thurs fri sat sun calif mass wash conn ill mich minn miss mo mont neb nev "
    "okla ore pa penn tenn tex va vt wis wyo fla ga ky la md ala ariz ark colo del n.y n.j n.h n.c s.c n.d s.d w.va "
    "r.i ont que b.c sask alta a.g s.a n.v ph.d m.d b.a m.a b.sc m.p esq al ft lb oz mph sq"
)
AMBIGUOUS = frozenset(_AMBIGUOUS.split())
# A capital after an ambiguous one starts a sentence when it is one of these.
_STARTERS = (
    "the a an in on at it he she they we i you but and or so yet if when while as after before since although though "
    "this that these those there here his her its their our my for from with by to of not no one two some many most "
    "however meanwhile moreover what who where why how all both each another under over during since until then now "
    "last next such"
)
STARTERS = frozenset(_STARTERS.split())
