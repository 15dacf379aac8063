"""Common first names: those of women and of men, and all that the news is full of.

By the first two a pronoun finds its person; a name that both bear stands in both lists and decides
nothing. A third list, `given_names.tsv`, is of many languages and leaves out everyday words;
`women.tsv` says which of it are women's too. All were written for this program.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import Literal

WOMEN = frozenset(
    """mary patricia jennifer linda elizabeth barbara susan jessica sarah karen nancy lisa
    margaret betty sandra ashley kimberly emily donna michelle carol amanda melissa deborah
    debbie stephanie rebecca laura sharon cynthia kathleen amy shirley angela helen anna
    brenda pamela nicole samantha katherine emma ruth christine catherine debra rachel
    carolyn janet virginia maria heather diane julie joyce victoria olivia kelly christina
    lauren joan evelyn judith megan cheryl andrea hannah martha jacqueline frances gloria
    ann anne teresa kathryn sara janice jean alice madison doris abigail julia judy grace
    denise amber marilyn beverly danielle theresa sophia marie diana brittany natalie
    isabella charlotte rose alexis kayla hillary ivanka melania ursula kirsten kamala elena
    olga natalia svetlana irina tatiana ekaterina yulia fatima aisha amina leila layla
    zainab noor malala benazir aung indira sonia priyanka mei ling yoko akiko yuriko claire
    chloe lucy sophie zoe jane kate katie fiona nicola sally wendy tracy tina valerie monica
    melinda loretta sonya condoleezza madeleine susana carmen rosa lucia ana isabel pilar
    dilma cristina michele carly kellyanne huma tulsi stormy dianne maxine mazie tammy
    jeanne joni lindsey kay kathy peggy gina lynn vera nina eva ida ella ingrid greta astrid
    sigrid marine simone brigitte anita rita leticia ines marta paula petra sabine silvia
    helga heidi ulrike erna tsai ayesha asma hanan shirin jen jenny jill joanna jody kristen
    kristin kirstjen leah lena lori marcia mia molly naomi norma phyllis robin sheila stacey
    stacy tara vanessa veronica yvonne caroline cecilia delphine yara mila elin ada hanne
    nell miriam helene adele agnes aileen alexandra alexandria alicia alina alison allison
    alma althea alyssa amelia anastasia angelina annabel annette annie antonia april ariana
    arlene audrey aurora ava beatrice beatriz becky belinda bella bernadette beth bethany
    bettina bianca birgit bonnie bridget camila camille candice carla carlotta carolina
    carrie cassandra celia chelsea cheyenne chiara christa clara clarissa claudia colleen
    connie constance cora corinne courtney crystal daisy dana daniela daphne darlene dawn
    delia della denisha desiree dolores dominique dora doreen dorothy edith eileen elaine
    eleanor elisa elise eliza ellen eloise elsa elsie emilia emilie erica erika erin esme
    esther ethel eugenia eunice evangeline faith farah faye felicity fern flora florence
    freya frida gabriela gabrielle gail gemma genevieve georgia georgina geraldine gerda
    gertrude gillian gisele giulia glenda gretchen guadalupe gwen hazel henrietta hilda
    holly imogen ingeborg irene iris irma isabelle isla ivy jacinda jackie jana janelle
    janine jasmine jeanette jemima jenna jo joana jocelyn johanna josephine joy juanita judi
    julianne juliet june justine karin karina karla katarina katerina katharina kathrin
    katja katrina kayleigh keira kelsey kerry khadija kim kirstie kristina kylie lara
    larissa latoya laurel lauri leanne lesley leslie lillian lily lindsay liz liza lois lola
    lorena lorraine louisa louise luana lucille luisa luz lydia lynne mabel maggie malia
    mandy manuela marcela margarita margot mariana marian marianne mariam marilena marina
    marion marisa marissa marjorie marlene martina mary-ann matilda maud maureen maya
    mercedes meredith michaela mildred mina minnie mira miranda mona monika morgan muriel
    myra nadia nadine naima natasha nellie nora noreen octavia olena olive paola patrice
    patsy paulina pauline pearl penelope penny petronella philippa phoebe polly portia
    priscilla queenie rachael raisa ramona raquel reem regina rhonda roberta rochelle romy
    rosalind rosalie rosanna roxanne ruby sabrina sadie safiya salma samira sana sandy sarai
    saskia savannah selena selma serena shania shannon sharifa shelby shelley sherry shona
    sienna silke simona sinead siobhan solange soraya stella sue suki suzanne svenja sylvia
    tabitha tamara tanya tatyana tess tessa thelma tiffany toni tricia trinity trudy
    valentina valeria verena vicki vicky viola violet vivian vivien wanda wilma winifred
    xenia yasmin yasmine yolanda yvette zara zelda zuzana""".split()
)
MEN = frozenset(
    """james john robert michael william david richard joseph thomas charles christopher daniel
    matthew anthony mark donald steven paul andrew joshua kenneth kevin brian george edward
    ronald timothy jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin
    scott brandon benjamin samuel gregory frank alexander raymond patrick jack dennis jerry
    tyler aaron jose adam henry nathan douglas zachary peter kyle walter ethan jeremy harold
    keith christian roger noah gerald carl terry sean austin arthur lawrence jesse dylan
    bryan joe jordan billy bruce albert willie gabriel logan alan juan wayne roy ralph randy
    eugene vincent russell elijah louis bobby philip phillip johnny bashar vladimir sergei
    sergey dmitry dmitri mikhail boris barack mitt newt ted marco jeb rand chris mike mick
    steve jim tim tom bob bill rob ron ben dan sam greg jeff josh matt nick pete phil rick
    rudy tony bernie martin harry mitch rex reince sebastian stefan ahmed ahmad mohammed
    mohammad muhammad mohamed mahmoud hassan hussein ali omar abdul abdullah ibrahim khalid
    khaled yusuf youssef mustafa mehmet recep tayyip binali fayez nouri haider saddam
    muammar moammar hosni abdel ban kofi antonio jens jean jean-claude emmanuel francois
    françois nicolas laurent manuel luis carlos miguel pedro pablo enrique felipe fernando
    javier jorge rafael ricardo roberto xi li kim narendra manmohan rahul imran nawaz pervez
    hamid ashraf shinzo yoshihide rodrigo joko mahathir malcolm julian gordon neil nigel ed
    ian iain liam lee craig derek dominic duncan graham hugh keir kenny owen simon stuart
    trevor wolfgang heiko horst jurgen jürgen klaus olaf sigmar viktor volodymyr petro oleg
    igor ivan yuri andrei alexei pavel nikolai anatoly konstantin leonid maxim ahmet alexis
    yanis silvio matteo mario giuseppe sergio francis benedict anders lars erik henrik jan
    willem geert herman didier elon bezos sundar satya warren zeid staffan rami ramy abu
    osama ayman isaac isaiah ezra levi moshe bibi avigdor ehud shimon ariel yair naftali
    yasser ismail saeb riyad adel nabil walid fouad leon chuck chad brett brad brent clint
    curtis dale darren darrell dean earl ernest glenn grant herbert howard ken kirk lloyd
    luke marcus marvin micheal milton nathaniel norman oscar preston ray reginald rodney
    ross roland stanley spencer theodore todd travis troy victor wesley zach alberto alvaro
    andre andré andres andrés angel armando arturo cesar gus ned edmund emil davy jonas
    milan otto tobias rudolf florian dirk abel abraham adrian aidan alastair alasdair albie
    aldo alec alejandro alessandro alfie alfonso alfred algernon alistair alvin amir amos
    anatole andreas andy angus anton archie aristide armin arne arnold artem asher ashton
    atif august augustin avi axel barney barry bart bartholomew basil bastian bennett
    bernard bert bertrand bjorn blake boyd bradley brendan bryce burak byron caleb calvin
    cameron carlo carter casey cedric chase chester chip clarence claude clay clement cliff
    clifford clive cody colin conor connor conrad corey cormac cornelius cory cyril cyrus
    damian damien damon daniele danilo danny darius dario darryl dave declan delroy
    demetrius denis derrick desmond devin dexter dick diego dieter dimitri dino dmytro
    domenico donnie dorian doug drew dustin dwayne dwight eamon eddie edgar edmond eduardo
    edwin egon eli elliot elliott ellis elmer elton emanuel emilio emir ernesto errol
    esteban evan everett fabian fabio faisal felix ferdinand fergus filip finn floyd
    francesco francisco franco franz fred freddie frederick fredrik friedrich gareth garry
    gavin gaston gennady geoff geoffrey georg georges gerard gerhard gianni gideon gilbert
    giles giorgio giovanni godfrey gonzalo gottfried graeme gregor guillaume guillermo
    gunnar gustav gustavo guy hakan hamish hank hans harrison harvey heath hector heinrich
    heinz helmut henri henryk hernan hiroshi homer horace hubert hugo humphrey hussain
    ignacio ilya ingo irving ismael israel ivo jaap jacques jake jakob jamal jamie janos
    jared jarvis jasper javed jay jerome jimmy joachim joao jochen joel johan johann
    johannes jon jonny josef juha jules julio kai kamal karim karl kaspar kazimierz keenan
    kent kenji kieran kit knut konrad kristian kurt kwame lachlan lamar laszlo laurence
    laurie leif leo leonard leonardo leopold leroy leslie lester lewis lionel lorenzo lothar
    lou louie lubomir luca lucas lucien ludwig luka lukas luther lyle mads magnus manfred
    marc marcel marcelo marek mariano marius marko marshall mathias mats matthias maurice
    mauricio max maximilian maxwell mehdi mel melvin merlin michal micah mihai mikael miles
    milo miroslav mohamad mohsen mohan monty morris moses murray nadeem nate neal nelson
    nestor nicola nico niall niels nikita nikola nikolas nils noel oisin oleksandr oliver
    olivier orlando oswald otis pascal pat patricio per perry petr philippe pierre piers
    pietro piotr quentin quincy rafe rafi raj rajesh ralf ramon randall rashid raul ravi
    reggie regis reinhard remy rene reuben rhys ricky riley roderick rodolfo rolf roman
    ronan ronnie rory ruben rudi rufus rupert sal salim salman salvador sami samir sandro
    santiago saul sebastien seth shane shaun shawn sidney silas soren stan stavros stefano
    steffen stelios steph stewart sven sylvain tadeusz tariq taylor terence terrence theo
    thierry thorsten tod tomas tommaso tommy torsten trent tristan tyrone ulf ulrich umar
    umberto uwe valentin vance vasily vaughn vern vernon vicente vince vinny vitaly vlad
    vladislav volker wade waldemar wallace ward werner wilbur wilfred will winston witold
    wolf xavier yannick yehuda yosef yousef yves zack zane zoran lindsey lindsay
    robin sandy""".split()
)


# Everyday forms of first names, each with the names that it stands for.
SHORT_FORMS = {
    short: frozenset(names.split())
    for short, names in (
        line.split(":")
        for line in """abe:abraham
al:albert alan alfred
alex:alexander alexandra
andy:andrew
barb:barbara
becky:rebecca
ben:benjamin
bernie:bernard
betsy:elizabeth
bill:william
billy:william
bob:robert
bobby:robert
chris:christopher christine christina
chuck:charles
charlie:charles
cindy:cynthia
dan:daniel
dave:david
debbie:deborah debra
dick:richard
don:donald
doug:douglas
ed:edward edwin
eddie:edward
fred:frederick alfred
gene:eugene
greg:gregory
hank:henry
harry:henry harold
jack:john
jeff:jeffrey geoffrey
jen:jennifer
jenny:jennifer
jerry:gerald jerome jerrold
jim:james
jimmy:james
joe:joseph
jon:jonathan
josh:joshua
kate:katherine kathryn catherine
kathy:katherine kathleen kathryn catherine
ken:kenneth
kim:kimberly
larry:lawrence
liz:elizabeth
lou:louis
louie:louis
maggie:margaret
matt:matthew
mike:michael
mitch:mitchell
nick:nicholas
pat:patrick patricia
peggy:margaret
pete:peter
phil:philip phillip
ray:raymond
rich:richard
rick:richard
rob:robert
ron:ronald
rudy:rudolph
sam:samuel samantha
sid:sidney
stan:stanley
steve:steven stephen
sue:susan
ted:edward theodore
terry:terence teresa
tim:timothy
tom:thomas
tony:anthony
walt:walter
will:william
zach:zachary""".splitlines()
    )
}


def are_one(one: str, other: str) -> bool:
    """Whether a folded first name is an everyday form of another: Bill and William."""
    return other in SHORT_FORMS.get(one, ()) or one in SHORT_FORMS.get(other, ())


@cache
def forms_of(name: str) -> tuple[str, ...]:
    """The other forms of a folded first name, short or full."""
    full = tuple(short for short, names in SHORT_FORMS.items() if name in names)
    return (*full, *sorted(SHORT_FORMS.get(name, ())))


def is_given(token: str) -> bool:
    """Whether a word, as it is written, is a common first name."""
    lower = token.lower()
    return lower in MEN or lower in WOMEN or token in given_names()


def borne_by(given: str) -> Literal["he", "she"] | None:
    """Whether a first name is a woman's or a man's; None where it is both's or unknown."""
    women, either = _womens()
    lower = given.lower()
    if given in either or (lower in WOMEN and lower in MEN):
        return None
    if given in women or lower in WOMEN:
        return "she"
    return "he" if lower in MEN or given in given_names() else None


@cache
def _womens() -> tuple[frozenset[str], frozenset[str]]:
    """Of `given_names` those that women alone bear, and those that men bear as well."""
    names = list(_listed("women.tsv"))
    either = frozenset(name.removesuffix("?") for name in names if name.endswith("?"))
    return frozenset(names) - either, either


@cache
def given_names() -> frozenset[str]:
    """Given names common in the news, with their capitals, none of them an everyday word."""
    return frozenset(_listed("given_names.tsv"))


def _listed(file: str) -> Iterator[str]:
    text = resources.files("corpus").joinpath(file).read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            yield from line.split()
