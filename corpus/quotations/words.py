"""The words that quotations are told by: verbs of saying, what stands around a speaker.

Plain lists, grown by reading articles. Verbs that also serve as nouns or have other senses
("called", "charge") count only where they stand next to the quotation or its object.
"""

from __future__ import annotations

from corpus.trie import trie
from corpus.words import ABBREVIATED, MONTHS, WEEK, WEEKDAYS


def words(text: str) -> frozenset[str]:
    """The blank-separated words of a list."""
    return frozenset(text.split())


SPEECH = (
    "said says say tells told added adds wrote writes warned warns tweeted tweets stated states "
    "explained explains argued argues insisted insists claimed claims noted notes replied replies "
    "responded responds continued continues declared declares announced announces acknowledged "
    "acknowledges admitted admits recalled recalls observed observes suggested suggests commented "
    "comments remarked remarks concluded concludes stressed stresses emphasized emphasised "
    "emphasizes emphasises vowed vows pledged joked jokes quipped quips complained complains "
    "predicted predicts testified testifies shouted yelled exclaimed posted lamented laments mused "
    "muses countered counters retorted boasted boasts cautioned cautions contended contends "
    "alleged alleges maintained maintains reiterated asserted asserts opined deadpanned "
    "asked asks repeated repeats pleaded whispered screamed cried chanted texted confirmed "
    "confirms denied denies urged urges promised promises conceded concedes confessed proclaimed "
    "thundered snapped marveled marvelled reasoned intoned explains reads read reported reports "
    "swore tweeting retweeted agreed agrees advised advises began begins proposed "
    "wondered wonders affirmed affirms protested implored interjected recounted recounts thinks "
    "indicated indicates revealed reveals remembered remembers sighed summarized summarised joking "
    "cracked clarified gushed raved fumed vented scoffed blogged captioned elaborated "
    "theorized speculated surmised begged chided "
    "scolded admonished interrupted apologized apologised answered pleads enthused "
    "retweets likened bragged brags griped gripes groused ranted rants hinted hints stammered "
    "barked growled muttered mumbled murmured blurted gasped moaned groaned roared hollered "
    "bellowed sneered gloated crowed ventured objected rejoined summarizes summarises chimed "
    "worried believes bemoaned bemoans professed professes recited sobbed yelped elaborates "
    "theorizes speculates specified specifies railed rails calculated calculates estimated "
    "estimates exhorted fretted frets counseled counselled lectured mourned rued hissed teased "
    "deadpans reasons sums ordered orders commanded instructed instructs pronounced pronounces "
    "proclaims emailed concurred concurs erupted charged posited posits thunders intones "
    "underscored underscores assured assures reassured reminded reminds screams chants "
    "mentioned mentions lectures taunts deplored deplores reckoned reckons jested rejoiced roars "
    "scoffs snarled snorted sputtered stormed swears threatened threatens trumpeted underlined "
    "vents welcomed pontificated preached preaches recommended recommends rebutted "
    "replies raged rages vowed relayed theorised typed messaged yells whispers "
    "marvels bristled bemoans"
).split()
SAYING = (
    "saying adding telling writing warning tweeting stating explaining arguing insisting claiming "
    "noting replying declaring announcing acknowledging admitting recalling suggesting remarking "
    "concluding stressing emphasizing emphasising vowing complaining predicting shouting yelling "
    "cautioning contending alleging asserting reiterating asking chanting boasting calling "
    "describing labeling labelling branding dubbing denouncing quoting screaming urging promising "
    "pledging demanding accusing praising blasting slamming hailing decrying likening mocking "
    "dismissing condemning criticizing criticising threatening testifying joking posting blaming "
    "offering comparing citing affirming confirming conceding confessing lamenting maintaining "
    "observing commenting recounting exclaiming opining quipping musing wondering "
    "proclaiming pronouncing underscoring underlining countering questioning speculating "
    "touting characterizing characterising imploring begging pleading advising assuring "
    "reassuring reminding instructing ordering thundering protesting objecting "
    "boasting bragging proposing implying intoning deriding ridiculing "
    "reporting answering"
).split()
NAMING = (
    "called calls described describes labeled labelled labels branded dubbed termed characterized "
    "characterised characterizes denounced denounces condemned condemns blasted hailed praised "
    "slammed criticized criticised decried dismissed dismisses accused accuses referred refers "
    "spoke speaks talked talks quoted cited cites demanded demands expressed expresses blamed "
    "deemed deems credited mocked mocks defended touted touts decries called-for derided derides "
    "ridiculed ridicules trashed trashes lambasted lambastes skewered panned rebuked chastised "
    "lauded lauds assailed assails savaged excoriated lampooned disparaged vilified nicknamed "
    "scorned characterises questioned"
).split()

REPORTING = words(
    "said says told tells added adds warned warns stated states explained explains argued argues "
    "insisted insists claimed claims noted notes declared declares announced announces "
    "acknowledged acknowledges admitted admits suggested stressed stresses emphasized emphasised "
    "vowed pledged predicted testified contended contends alleged alleges maintained reiterated "
    "asserted asserts cautioned confirmed confirms denied denies conceded concedes wrote writes "
    "tweeted complained concluded recalled replied responded reported"
)
"""Verbs after which "that" begins reported speech."""
TELLING = words("said says told tells added adds warned warns insisted insists")
"""Verbs whose subject speaks, whatever noun it is: "the harbour said"."""
NEVER_INVERTED = frozenset({"told", "tells"})
"""Cues that no subject follows: "told Quill" is said to Quill."""

ADVERB = r"(?!(?:family|assembly|ally|bully|monopoly|elderly|supply)\b)[a-z]+ly"
"""An adverb by its ending."""
_BETWEEN = (
    r"(?:(?:also|has|have|had|later|then|recently|once|again|previously|repeatedly|often|even|"
    r"simply|still|just|now|would|will|did|himself|herself|reportedly|publicly|already|earlier|"
    rf"always|further|both|quickly|{ADVERB})\s+){{0,3}}"
)
BETWEEN = _BETWEEN
CUES = frozenset({*SPEECH, *SAYING, *NAMING})
PHRASAL = {
    "put": ("it",),
    "went": ("on",),
    "shot": ("back",),
    "fired": ("back",),
    "hit": ("back",),
    "shoots": ("back",),
    "fires": ("back",),
    "pointed": ("out",),
    "points": ("out",),
    "pointing": ("out",),
    "point": ("out",),
    "puts": ("it",),
    "putting": ("it",),
    "summed": ("up",),
    "weighed": ("in",),
    "lashed": ("out",),
    "doubled": ("down",),
    "goes": ("on",),
}
"""Cues of two words: the verb, and the words that make it one."""
PHRASES = frozenset(f"{verb} {behind}" for verb, ends in PHRASAL.items() for behind in ends)
CUE = trie({*SPEECH, *SAYING, *NAMING, *PHRASES})
SPEECH_CUE = trie({*SPEECH, *PHRASES})

DETERMINERS = words(
    "the a an his her its their our my one another some this that these those two three several "
    "many most both each no every any other"
)
PRONOUNS = words("he she they it i we you who which that")
NOT_SUBJECTS = words(
    "and but or nor so yet when while where as which that who whom whose because since although "
    "though if after before until unless than then to of in on at by for from with without into "
    "onto over under about against between among during through is are was were be been being am "
    "has have had do does did will would can could should may might must not also only even "
    "what why how whether like just there here via per despite amid and/or ago said told"
)
STOP_AFTER_NAME = words(
    "in on at after during who when while as about to from told but with by before following "
    "speaking outside inside over through via amid because since where whose which that if under "
    "late early last this next earlier later today yesterday tonight again recently who's who’s "
    "and is was has had were are"
).union(WEEK)
NOT_NAMES = words(
    "Surprised Stunned Shocked Angered Outraged Emboldened Unfazed Undeterred Alarmed Leaked "
    "The A An He She It They We I You This That These Those There Here His Her Its Their Our "
    "My In On At By For From To With Without As If When While Where Who What Why How Which "
    "And But Or So Yet Nor Not No Yes After Before During Since Until Although Though Because "
    "Despite However Still Also Then Now Even Only Just Some Many Most Several Both Each "
    "Every All Another Other Others Such Once Today Yesterday Tomorrow Earlier Later Last "
    "Meanwhile Instead Perhaps Maybe Separately Asked According Finally Recently Indeed "
    "Like Unlike Whether Further Furthermore Soon Shortly Days Hours Weeks Months Minutes "
    "Moments Years Often Sometimes Usually Up Down Do Don’t Don't Did Does Out Over Under "
    "Through Across Along Around Behind Beyond Near Amid Besides Against Between Among Toward "
    "Towards Upon Per Ever Never Always Ironically Apparently Clearly Obviously Naturally "
    "Nevertheless Nonetheless Thus Hence Therefore Otherwise Rather Similarly Likewise "
    "Unfortunately Fortunately Sadly Surely Certainly Eventually Ultimately Initially "
    "Originally Already Almost Nearly Roughly About Whenever Wherever Whoever Whatever Well "
    "Okay Sure Moreover Additionally Previously First Second Third One Two Three Speaking "
    "Writing Responding Referring Citing Image Photo Video Advertisement Update Editor’s "
    "Appearing Talking Standing Sitting Echoing Following Using Testifying Answering Pressed "
    "Says Said Adds Writes Wrote "
    "Addressing Joining Facing Visiting Campaigning Looking Attending Reacting Commenting "
    "Pointing Wearing Invoking Arguing Accusing Adding Noting Describing Quoting Praising "
    "Defending Calling Taking Making Recalling Discussing Explaining Announcing Introducing "
    "Accepting Championing Urging Warning Questioned Told Flanked Surrounded Joined Reached "
    "Contacted Wow Hey Oh Ah Look Thanks Sorry Please Hello Hi Gosh Yeah Yep Nope OK Ok Alas "
    "Back Previous Recent Subsequent Additional Numerous Multiple Various Similar "
    "Late Early Again Suddenly Notably Publicly Privately Immediately Generally Normally Overall "
    "Regarding Throughout Within Outside Inside Afterwards Afterward Elsewhere Importantly "
    "Interestingly Significantly Seemingly Openly Specifically Traditionally Typically Lately Let "
    "Having Being Smiling Waving Releasing Combining Accompanying Everyone Everybody Anyone "
    "Counterpoint Claim"
).union(WEEKDAYS, MONTHS, (f"{month}." for month in ABBREVIATED))
HEADS = words(
    "President Vice-President Premier Minister Secretary Chancellor Senator Senators Sen. "
    "Secretary-General Director-General Attorney-General Editor Coordinator Lawmaker Eyewitness "
    "Del. Del Sec. Sec AG "
    "Sens. Rep. Reps. Representative Congressman Congresswoman Congressmen Gov. Governor "
    "Mayor Gen. General Lt. Col. Colonel Capt. Captain Maj. Major Sgt. Sergeant Adm. Admiral "
    "Cmdr. Commander Judge Judges Justice Justices Leader Speaker Chairman Chairwoman "
    "Chairperson Chair Chief Director Commissioner Ambassador Officer Mr. Mrs. Ms. Mr Mrs Ms "
    "Dr. Dr Prof. Professor Rev. Reverend Father Bishop Archbishop Cardinal Imam Rabbi Sheikh "
    "Sheik King Queen Prince Princess Sir Lord Lady Dame Attorney Deputy Sheriff Detective "
    "Spokesman Spokeswoman Spokesperson Analyst Envoy Inspector Superintendent Lieutenant "
    "Corporal Private Coach Manager Principal CEO Counsel Adviser Advisor Whip Democrat "
    "Republican Councilman Councilwoman MP MEP Taoiseach Pastor Ayatollah Emir Sultan "
    "Treasurer Strategist Economist Reporter Correspondent Anchor Host Author Former Gov Sen "
    "Rep Gen"
)
ORGANISATIONS = words(
    "Ministry Department Agency Office Council Committee Commission Court University Institute "
    "Party Group Organization Organisation Observatory Union Bank Board Bureau Association "
    "Foundation Center Centre House Senate Congress Parliament Army Navy Force Forces Police "
    "Times Post News Journal Tribune Guardian Herald Telegraph Press Corp Inc Company Network "
    "State States Nations Kingdom Pentagon Kremlin Administration Service Services Fund Authority "
    "Federation League Society Street Airlines Airport Hospital School College Campaign Front "
    "Movement Coalition Alliance Summit Accord Agreement Act Treaty Games City County Island "
    "Islands River Sea Ocean Mountains Valley Avenue Road Square Bridge Park Province District "
    "Republic Chamber Academy Museum Library Caucus Reuters Associated CNN BBC Facebook "
    "Twitter Google York America Europe"
)
AMBIGUOUS = words(
    "notes claims reports comments remarks promises cries protests reads posts states "
    "charges quotes advises calls posted report read begins began agreed agrees states asks "
    "urges denies confirms demands cites expects credited spoke speaks talks talked deems "
    "ordered orders charged mentioned mentions assured assures reminded reminds recommended "
    "recommends threatened threatens welcomed taunts typed lectures relayed marvels "
    "respond recall counter state wondering countering offering proposing "
    "ordering maintaining observing confirming answering"
)
"""Cues that are also nouns or seldom bring speech: they count only next to a quotation."""
DOCUMENTS = words(
    "bill legislation brief article disclaimer notice code op-ed guidance guidelines act law "
    "provision amendment clause constitution summary handbook manual policy contract note preface "
    "poll summons subpoena"
)
"""Nouns for what is written, and gives the words that it holds: "the bill states that"."""
NOUNS = words(
    "claims comments reports report notes states remarks promises cries protests reads posts post "
    "charges quotes calls asks demands talks tweets answers replies boasts laments vows raves "
    "orders mentions screams chants lectures taunts marvels rages roars vents whispers yells"
)
"""Cues that are nouns of the plural too: "his comments", "the two states"."""
BEFORE_NOUNS = DETERMINERS | words(
    "such more new recent similar previous earlier public own false of with for "
    "other news executive official officials’ officials' media press united final "
    "latest early bold dire"
)
"""What stands before a noun and not before the verb of the same letters."""
BEHIND_NOUNS = words(
    "was were is are and have has had of about cite show suggest indicate came come from on made "
    "echoed say said"
)
PLURAL_CUES = (
    "say note add write argue warn explain claim insist believe tell ask conclude contend "
    "acknowledge admit suggest predict complain assert maintain allege concede posit declare "
    "counter lament respond recall vow deny state"
).split()
_CLAUSE_WORDS = words(
    "agree agrees ain allow am are aren ask asked be became become becomes been believe "
    "believes bring brings brought call called came can cannot come comes continue continues "
    "could decided did didn died do does doesn don expect face faces feel feels felt fight find "
    "follow found gave get gets give gives go goes going got had happen happened happens has "
    "hasn hate hates have haven held help helps hold hope hopes is isn keep keeps kept killed "
    "knew know knows leave leaves left let lets live lived look looked looks lose lost love "
    "loved loves made make makes may mean means meant might must need needed needs oppose "
    "opposes paid pay put ran remain remains remember respect run said saw say says see seem "
    "seems sees shall should show showed shows stand stands started stood stop support supports "
    "take takes tell tells think thinks thought told took tried try turn turned understand use "
    "used wait want wanted wants was wasn went were weren will win won work worked works would "
)
_SUBJECTS = frozenset("he she they we i you it".split())
_CONTRACTED = (
    "'re",
    "'ll",
    "'ve",
    "'m",
    "'d",
    "n't",
    "it's",
    "that's",
    "he's",
    "she's",
    "there's",
    "here's",
    "what's",
    "who's",
    "let's",
)


THINGS = words(
    "banner sign placard poster headline caption slogan plaque label inscription graffiti wall "
    "board screen message sticker shirt t-shirt display leaflet flyer billboard"
)
"""What "reads" without speaking for anybody."""


def is_clause(text: str) -> bool:
    """Whether words hold a verb, so that they are more than a fragment of speech."""
    tokens = text.lower().replace("’", "'").split()
    if not _CLAUSE_WORDS.isdisjoint(tokens):
        return True
    if tokens[0] in _SUBJECTS and tokens[-1][-1] in ".!?":
        return True  # "He defied them."
    return any(
        token.rstrip(".,!?;:)…—\"'") in _CLAUSE_WORDS
        or token.rstrip(".,!?;:").endswith(_CONTRACTED)
        for token in tokens
    )


ROLES = words(
    """man woman boy girl mother father son daughter wife husband widow brother sister uncle
    aunt nurse doctor teacher lawyer driver farmer fisherman skipper captain sailor soldier
    officer inspector technician engineer worker docker student pupil professor lecturer
    scientist researcher analyst economist historian writer author journalist reporter
    editor critic actor actress singer artist director manager chairman chairwoman chair
    chief head boss founder owner executive spokesman spokeswoman spokesperson secretary
    minister mayor governor senator president chancellor judge prosecutor attorney sheriff
    detective coach player striker goalkeeper priest pastor bishop rabbi imam chaplain
    activist campaigner organiser organizer volunteer resident neighbor neighbour passenger
    witness victim survivor refugee migrant shopkeeper baker butcher cook waiter barman
    clerk official adviser advisor aide diplomat envoy ambassador mediator negotiator
    commander general colonel rebel fighter pilot pensioner retiree member leader columnist
    correspondent anchor host candidate lawmaker congressman congresswoman representative
    commissioner chairperson strategist consultant expert psychologist physician surgeon
    epidemiologist sociologist biologist physicist chemist professor instructor counsel
    counselor counsellor blogger commentator contributor presenter pundit pollster author
    captain lieutenant sergeant major admiral premier president king queen prince princess
    star singer model rapper comedian filmmaker producer designer architect entrepreneur
    billionaire developer investor trader banker broker shareholder employee staffer guard
    superintendent principal educator parent supporter voter protester demonstrator
    bystander onlooker survivor relative cousin grandmother grandfather widower friend
    nominee contender hopeful frontrunner operative gunman attacker suspect militant jihadist
    terrorist skeptic sceptic veteran defendant plaintiff juror
    colleague classmate roommate fan customer tourist traveler traveller fundraiser attendee
    moderator donor delegate spectator appointee surrogate loyalist insider holdover"""
)
"""Nouns for somebody who may speak."""
DESCRIBED = words(
    """actress actor singer star rapper comedian senator congressman congresswoman lawmaker governor
    mayor president chancellor premier billionaire author writer professor director coach player
    striker filmmaker producer entrepreneur democrat republican politician astronaut"""
)
"""Roles by which who has just spoken is spoken of again."""
BODIES = words(
    """airline company firm agency bank network newspaper paper magazine website report study
    survey memo statement letter email e-mail lawsuit complaint filing document indictment
    affidavit source reporter union charity court department ministry office council committee
    panel commission campaign administration government police club league team federation
    association group organization organisation university school hospital manufacturer retailer
    carmaker operator regulator watchdog tribunal jury party coalition alliance family couple
    camp estate household community bureau authority militia agreement resolution ruling editorial
    blog manifesto transcript treaty dissent suit military army navy zoo museum embassy movement
    crowd audience"""
)
"""Nouns for what speaks without being a person: a headline's "airline says"."""
PREMODIFIERS = words(
    "Current Former Late Then Acting Embattled Rival Fellow Longtime Veteran Popular Young Old New "
    "Rightwing Leftwing Far-right Conservative Liberal Progressive Moderate Outgoing Incoming "
    "American British English Scottish Irish Welsh French German Italian Spanish Greek Turkish "
    "Russian Ukrainian Polish Dutch Belgian Swedish Norwegian Danish Finnish Israeli Palestinian "
    "Syrian Iraqi Iranian Egyptian Saudi Lebanese Chinese Japanese Korean Indian Pakistani Afghan "
    "Australian Canadian Mexican Brazilian Cuban Venezuelan African European Asian Nigerian Kenyan "
    "Muslim Christian Jewish Catholic Democratic Republican Labour Tory"
)
"""What stands before a name with a capital and is no part of it."""
INDEFINITE = words(
    "someone somebody another others one many some several few other most both all each none"
)
"""Subjects that name nobody."""
