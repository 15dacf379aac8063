"""What recurs on news pages around the article: phrases, in several languages, with reasons.

Only data and the look-up that makes it fast. A line comes in folded (`corpus.text.fold`) and
without closing marks; the reason it is no part of the article comes out, or None. Phrases are
general: none is made for one page.
"""

from __future__ import annotations

import re

from corpus.text import fold

# Whole lines, folded, without closing marks. Parted by " | ".
_WHOLE: dict[str, str] = {
    "link that skips parts of the page": (
        "accessibility links | accessibility help | accessibility | skip navigation | skip links | "
        "back to top | top of page | nach oben | zum seitenanfang | haut de page | "
        "jump to navigation"
    ),
    "label of a section or kind of text": (
        "breaking news | breaking | news | world | world news | politics | business | opinion | "
        "sport | sports | culture | science | technology | tech | health | entertainment | video | "
        "videos | audio | photos | gallery | photo gallery | live | live updates | exclusive | "
        "analysis | top stories | top news | headlines | latest | home | homepage | local | "
        "national | international | us | uk | europe | asia | africa | middle east | americas | "
        "australia | lifestyle | travel | weather | obituaries | editorial | editorials | "
        "commentary | feature | features | special report | in depth | in-depth | fact check | "
        "podcast | podcasts | magazine | money | markets | economy | finance | education | "
        "environment | climate | fyi | just in | update | updated | premium | subscriber only | "
        "nachrichten | politik | wirtschaft | startseite | actualites | monde | politique | "
        "internacional | noticias | deportes | mundo | economia | esteri | cronaca | sport news | "
        "dunya | gundem | startpagina | nieuws | nyheter | wiadomosci | news analysis | "
        "long read | the big story | explainer | interview | newsletter | newsletters | "
        "first published"
    ),
    "advertisement": (
        "advertisement | advertisment | advertisements | advertising | ad | ads | sponsored | "
        "sponsored content | promoted | promoted content | paid content | paid post | "
        "article continues below | story continues below | continue reading | "
        "continue reading below | continue reading the main story | anzeige | werbung | "
        "publicite | "
        "publicidad | publicidade | pubblicita | reklam | reklama | advertentie | annonce | "
        "annons | mainos | 広告 | 광고 | 广告 | реклама | ad feedback | scroll to continue | "
        "remaining time | loading | loading... | please wait | report this ad | why this ad | "
        "this is an advertisement | close ad | skip ad | learn more"
    ),
    "button or link of the page": (
        "share | share this | share this story | share this article | share article | sharing | "
        "tweet | email | e-mail | print | print this | save | save this | send | copy link | "
        "copy url | link | links | permalink | comment | comments | add comment | "
        "leave a comment | "
        "post a comment | post comment | view comments | show comments | hide comments | "
        "join the conversation | reply | replies | like | likes | facebook | twitter | whatsapp | "
        "linkedin | pinterest | reddit | instagram | youtube | telegram | flipboard | tumblr | "
        "google+ | messenger | pocket | snapchat | tiktok | rss | rss feed | rss feeds | menu | "
        "search | close | open | more | read more | read full article | read full story | "
        "read the full story | show more | see more | view more | load more | view all | see all | "
        "show all | all | expand | collapse | next | previous | prev | next article | "
        "previous article | next story | previous story | play | play video | pause | mute | "
        "replay | watch | watch now | watch live | listen | listen now | listen to this article | "
        "listen to article | enlarge | enlarge this image | enlarge image | hide caption | "
        "toggle caption | show caption | caption | fullscreen | full screen | download | login | "
        "log in | log out | logout | sign in | sign out | sign up | sign up now | register | "
        "subscribe | subscribe now | unsubscribe | my account | account | profile | settings | "
        "follow | follow us | following | contact | contact us | about | about us | help | faq | "
        "faqs | support | feedback | careers | jobs | advertise | advertise with us | "
        "terms | terms of use | terms of service | terms & conditions | terms and conditions | "
        "privacy | privacy policy | cookie policy | cookies | cookie settings | legal | imprint | "
        "sitemap | site map | disclaimer | editorial guidelines | corrections | press | "
        "press room | media kit | newsletters sign up | text size | a a a | font size | back | "
        "go back | go | submit | cancel | ok | yes | no | accept | accept all | reject all | "
        "i agree | got it | dismiss | continue | edition | change | topics | tags | tag | "
        "filed under | more information | buy now | shop now | shop | store | e-paper | epaper | "
        "archive | archives | events | calendar | classifieds | crossword | puzzles | games | "
        "horoscope | horoscopes | quiz | tv | radio | on air | schedule | drucken | teilen | "
        "merken | kommentare | suche | suchen | anmelden | abmelden | registrieren | impressum | "
        "datenschutz | kontakt | hilfe | weiterlesen | mehr | mehr zum thema | zur startseite | "
        "partager | imprimer | envoyer | commenter | commentaires | reagir | rechercher | "
        "recherche | se connecter | s'inscrire | s'abonner | mentions legales | lire la suite | "
        "compartir | imprimir | enviar | comentar | comentarios | buscar | iniciar sesion | "
        "suscribete | leer mas | ver mas | compartilhar | compartilhe | comentarios | pesquisar | "
        "assine | entrar | leia mais | veja mais | condividi | stampa | commenti | cerca | "
        "accedi | "
        "abbonati | leggi anche | leggi tutto | paylas | yazdir | yorumlar | yorum yaz | ara | "
        "giris | delen | reacties | zoeken | inloggen | dela | kommentera | del | kommentarer | "
        "udostepnij | komentarze | szukaj | zaloguj | поделиться | комментарии | печать | "
        "분享 | 共有 | シェア | 分享 | 收藏 | 打印 | 댓글 | 공유하기 | 인쇄 | 목록 | 로그인"
    ),
    "heading of links to other articles": (
        "related | related stories | related story | related articles | related article | "
        "related content | related links | related news | related topics | related coverage | "
        "related video | related videos | related items | related posts | related reading | "
        "related internet links | more on this story | more on this topic | more on this | "
        "more stories | more news | more from | more like this | more coverage | more headlines | "
        "more top stories | most read | most popular | most viewed | most shared | "
        "most commented | "
        "most recent | most watched | most emailed | must read | must reads | must-read | "
        "don't miss | trending | trending now | trending stories | trending news | popular | "
        "popular now | popular stories | popular articles | popular on | latest news | "
        "latest stories | latest articles | latest headlines | latest posts | latest videos | "
        "recent posts | recent articles | recent stories | recent news | recent comments | "
        "recommended | recommended for you | recommended stories | recommended articles | "
        "recommended reading | recommended by | we recommend | you may also like | "
        "voce pode gostar | voce tambem pode gostar | quizas tambem te guste | "
        "most popular today | "
        "popular today | top stories today | about the author | about the authors | "
        "about author | uber den autor | sobre o autor | sobre el autor | a propos de l'auteur | "
        "you might also like | you may like | you might like | you may also be interested in | "
        "you may be interested in | also read | read also | read next | read this next | up next | "
        "next up | what to read next | what others are reading | people also read | see also | "
        "editors' picks | editor's picks | editor's pick | editor's choice | editors' choice | "
        "top picks | our picks | picked for you | selected for you | from our partners | "
        "from the web | from around the web | around the web | elsewhere on the web | "
        "sponsored stories | sponsored links | promoted stories | partner content | "
        "other stories | other news | other articles | similar articles | similar stories | "
        "in other news | also on | also in the news | in this story | explore more | "
        "keep reading | discover more | further reading | best of | in case you missed it | "
        "mehr zum thema | mehr aus | auch interessant | das konnte sie auch interessieren | "
        "lesen sie auch | weitere artikel | weitere meldungen | meistgelesen | neueste | aktuell | "
        "verwandte themen | empfehlungen | sur le meme sujet | a lire aussi | lire aussi | "
        "a lire egalement | les plus lus | sur le meme theme | articles lies | voir aussi | "
        "noticias relacionadas | te puede interesar | tambien te puede interesar | lo mas leido | "
        "mas leidas | mas noticias | lo mas visto | le puede interesar | leia tambem | "
        "veja tambem | mais lidas | mais lidos | noticias relacionadas | relacionadas | "
        "leggi anche | potrebbe interessarti | articoli correlati | i piu letti | piu letti | "
        "ultime notizie | ilgili haberler | ilginizi cekebilir | en cok okunanlar | lees ook | "
        "meer nieuws | meest gelezen | les ogsa | las mer | laes ogsa | czytaj tez | "
        "czytaj takze | zobacz takze | polecane | читайте также | популярное | новости по теме | "
        "関連記事 | あわせて読みたい | 人気記事 | ランキング | 最新記事 | 관련기사 | "
        "많이 본 뉴스 | "
        "인기기사 | 최신기사 | 相关新闻 | 相关阅读 | 热门 | 推荐阅读 | اقرأ أيضا | مواضيع ذات صلة"
    ),
}

# Beginnings of lines. Whatever follows belongs to it.
_BEGINNINGS: dict[str, str] = {
    "link that skips parts of the page": (
        "skip to | skip directly to | jump to | direkt zum | direkt zur | zum inhalt | "
        "aller au contenu | ir al contenido | ir para o | ir para conteudo | vai al contenuto | "
        "icerige gec | ga naar inhoud | hoppa till | przejdz do"
    ),
    "link to another article": (
        "related: | related - | related | read more: | read more - | read more about | "
        "read more at | read more on | read more in | read also: | also read: | read: | "
        "read next: | "
        "see also: | see also - | more: | more on | must read: | must-read: | don't miss: | "
        "watch: | watch | watch now: | watch more: | watch video: | video: | listen: | "
        "in pictures: | "
        "gallery: | recommended: | up next: | next: | previous: | what to read next: | "
        "click here to read | click here for | click here to | click to read | "
        "read the full | read the original | read the rest | continue reading | "
        "for more on | for more information on | lesen sie auch: | lesen sie mehr | mehr dazu: | "
        "lire aussi : | lire aussi: | a lire aussi : | a lire aussi | lire egalement | "
        "voir aussi : | "
        "lea tambien: | lee tambien: | lee mas: | leer mas: | leia tambem: | leia mais: | "
        "veja tambem: | saiba mais: | leggi anche: | leggi anche | lees ook: | czytaj tez: | "
        "czytaj takze: | читайте также: | ayrica okuyun: | related article | related story | "
        "interactive: | explainer: | in depth: | opinion: | the latest: | download the app | "
        "download our app | get the app | get our app"
    ),
    "heading of links to other articles": (
        "most read in | most popular in | more from | more in | more stories | more news from | "
        "latest in | trending in | popular in | top stories in | related to this | "
        "you might be interested | about the author | also in"
    ),
    "call to follow, share or subscribe": (
        "thank you! | thanks! | subscribe no | breaking news emails | breaking news alerts | "
        "an email with | you have succesfully | let our news | email sign up | "
        "newsletter sign up | "
        "follow us | follow me on | follow him on | follow her on | follow them on | like us on | "
        "join us on | find us on | connect with us | share this | share on | share via | "
        "share to | share with | share your | tweet this | email this | print this | send this | "
        "tell us what you | have your say | "
        "sign up for | sign up to | sign up here | sign up now | sign up today | sign in to | "
        "log in to | login to | register for | register now | register to | subscribe to | "
        "subscribe for | subscribe now | subscribe today | subscribe and | subscribe here | "
        "subscribe via | get the latest | get our | get breaking news | get the day's | "
        "get daily news | get news | get alerts | get unlimited | get full access | "
        "get email | get today's | get updates | receive our | receive the latest | "
        "keep up to date | stay up to date | stay up-to-date | stay informed | "
        "stay connected | stay on top of | be the first to | never miss | don't miss out | "
        "join our | join the discussion | join the conversation | join our free | "
        "enter your email | your email | email address | enter email | thanks for signing | "
        "thank you for signing | thank you for subscribing | thanks for subscribing | "
        "you have successfully | you can unsubscribe | unsubscribe at any time | "
        "by signing up | by subscribing | by clicking | by submitting | by registering | "
        "by entering your | by continuing to | by using this | by providing your | "
        "support our journalism | support independent | support quality | support the | "
        "become a member | become a supporter | become a subscriber | make a contribution | "
        "make a donation | donate to | donate now | help us | already a subscriber | "
        "already have an account | already registered | not a subscriber | don't have an account | "
        "forgot your password | forgot password | this content is for subscribers | "
        "this article is for subscribers | to continue reading | to read the full | "
        "to keep reading | want to read more | want more | download the | "
        "folgen sie uns | abonnieren sie | jetzt abonnieren | suivez-nous | suivez nous | "
        "abonnez-vous | inscrivez-vous | siguenos | suscribete | suscribase | siga-nos | "
        "siga o | assine | inscreva-se | receba | seguici | iscriviti | abbonati | "
        "bizi takip | abone ol | volg ons | schrijf je in | подписывайтесь | "
        "you must be logged in | you need to be logged in | please log in | please sign in | "
        "please register | please enable | please turn on | please upgrade | please check | "
        "your browser | this browser | javascript is | to view this | this video | "
        "something went wrong | an error occurred | sorry, there | there was an error | oops"
    ),
    "notice about cookies or privacy": (
        "we use cookies | we and our partners | this site uses cookies | "
        "this website uses cookies | our site uses cookies | our website uses cookies | "
        "cookies help us | cookie consent | cookie notice | about cookies | manage cookies | "
        "this site is protected by | this website is protected by | "
        "we value your privacy | your privacy | privacy policy | privacy notice | do not sell | "
        "your choices | ad choices | adchoices | we have updated our | we've updated our | "
        "wir verwenden cookies | diese website verwendet | diese webseite verwendet | "
        "mit der nutzung | nous utilisons des cookies | ce site utilise | en poursuivant | "
        "utilizamos cookies | este sitio utiliza | este sitio web utiliza | esta web utiliza | "
        "usamos cookies | este site utiliza | este site usa | questo sito utilizza | "
        "questo sito usa | utilizziamo i cookie | usiamo i cookie | bu site cerez | "
        "bu web sitesi | sitemizde cerez | deze website gebruikt | wij gebruiken cookies | "
        "denna webbplats | vi anvander cookies | vi bruger cookies | vi bruker | "
        "ta strona uzywa | ta strona korzysta | uzywamy plikow cookie | tento web pouziva | "
        "мы используем | этот сайт использует | 当サイトでは | 本网站使用"
    ),
    "footer of the page": (
        "copyright | (c) 20 | (c) 19 | © | ® | all rights reserved | all content | "
        "all material | all times are | powered by | published by | designed by | "
        "quotes delayed | market data | data provided by | materials may not | "
        "this material may not be | no part of this | reproduction of | reproduction in whole | "
        "registered in england | registered office | a division of | part of the | member of | "
        "alle rechte vorbehalten | tous droits reserves | todos los derechos | "
        "todos os direitos | tutti i diritti | tum haklari | alle rechten voorbehouden | "
        "wszelkie prawa | все права | 無断転載 | 저작권자 | 版权所有 | images by | "
        "the views expressed | views expressed | the opinions expressed | opinions expressed in"
    ),
    "note about comments": (
        "comments are closed | comments for this | comments have been | comments (| comments are | "
        "comment on this | commenting on | leave a reply | post a comment | leave a comment | "
        "write a comment | add a comment | be the first to comment | no comments | "
        "your email address will not | required fields are | notify me of | "
        "report abuse | report comment | view the discussion | view comments | "
        "please keep comments | our comments policy | all comments | sort by | newest first | "
        "kommentar schreiben | laissez un commentaire | deja un comentario | "
        "deixe um comentario | lascia un commento | yorum yap"
    ),
    "note about the age of the story": (
        "this story is over | this story is more than | this article is more than | "
        "this article is over | this post is over | this content was published | "
        "this page is archived | "
        "this article was originally | this story was originally | this post was originally | "
        "originally published | first published | this story originally | "
        "this article originally | "
        "this article first appeared | a version of this | this story first appeared"
    ),
}


_CONTAINS = re.compile(
    r"\bcookies?\b.{0,120}\b(?:consent|browser|website|site|policy|preferences|experience|accept|"
    r"partners|settings)\b|\b(?:website|site|consent|accept|browser)\b.{0,80}\bcookies?\b|"
    r"\b(?:privacy policy|terms of (?:use|service)|terms and conditions|cookie policy|"
    r"user agreement|privacy notice)\b|\brecaptcha\b|protection of personal data|"
    r"\bpersonal data\b.{0,60}\b(?:law|process)|kisisel verilerin|aydinlatma metn|\bcerez\w*\b|"
    r"datenschutzerklarung|politique de confidentialite|politica de (?:privacidad|privacidade|"
    r"cookies)|"
    r"informativa (?:sulla|estesa)|gizlilik (?:politikasi|sozlesmesi)|enable javascript|"
    r"javascript (?:is |must be )?(?:enabled|disabled)|all rights reserved|todos os direitos|"
    r"todos los derechos|tous droits reserves|alle rechte vorbehalten|"
    r"unsubscribe|opt[- ]out of|click the link in the email|"
    r"may not be (?:published, broadcast|reproduced|redistributed|copied)",
)
_SUBSCRIBE = re.compile(
    r"\b(?:sign up|subscribe|register|click|tap)\b.{0,40}\b(?:newsletters?|alerts?|here|inbox|"
    r"updates)\b|"
    r"\bfollow\b.{1,60}\bon (?:twitter|facebook|instagram|x|social media|google news|telegram)\b|"
    r"\b(?:e-?mail|contact|reach|write to) (?:the (?:author|writer|reporter)|him|her|us|"
    r"me)\b.{0,30}\bat\b|"
    r"\blike us on facebook\b|\bdownload (?:the|our) .{0,30}\bapp\b|\bto your inbox\b|"
    r"\bdelivered (?:straight |directly |daily )?to your\b|\bnewsletter\b.{0,40}\b(?:here|inbox|"
    r"sign)\b",
)
_COUNTS = re.compile(
    r"[\d.,kKmM]+\s*(?:shares?|comments?|views?|likes?|retweets?|replies|reactions?|followers?|"
    r"votes?|reads|kommentare?|commentaires?|comentarios?|compartilhamentos|yorum)\b.{0,20}|"
    r"(?:shares?|comments?|views?|likes?)\s*[:(]?\s*[\d.,kKmM]+\)?|"
    r"(?:about )?\d{1,3}[- ]?min(?:ute)?s?[- ]?(?:read|reading|lesezeit|de lectura|de leitura|"
    r"de lecture)?.{0,12}|"
    r"(?:reading time|read time|lesezeit|temps de lecture|tiempo de lectura|tempo de leitura|"
    r"okuma suresi)\b.{0,25}|"
    r"(?:page )?\d{1,3} (?:of|/) \d{1,3}|\d{1,2}:\d\d(?: ?/ ?\d{1,2}:\d\d)?|[\W\d_]+|"
    r"\+?\d+ more|slide \d+.{0,12}|photos?: \d+|\d+ (?:photos|images|pictures|items|results)",
)
_LISTED_SKIP = re.compile(r"(?:\d{1,2}[.)]|[-*•·>»›|])\s*")

_TRAIL = " .:;,!?»›>→–—-|…·•\t"


def _table(source: dict[str, str]) -> dict[str, str]:
    return {
        fold(phrase.strip()): reason
        for reason, phrases in source.items()
        for phrase in phrases.split(" | ")
    }


WHOLE = _table(_WHOLE)
RELATED_HEADING = "heading of links to other articles"
LABEL = "label of a section or kind of text"
_BY_FIRST_WORD: dict[str, list[tuple[str, str]]] = {}
for _phrase, _reason in _table(_BEGINNINGS).items():
    _BY_FIRST_WORD.setdefault(_phrase.split()[0].strip(":(-"), []).append((_phrase, _reason))
for _phrases in _BY_FIRST_WORD.values():
    _phrases.sort(key=lambda pair: -len(pair[0]))
_FIRST_WORD = re.compile(r"[^\s:(,]+")
# Beginnings that may as well begin a sentence of the article: only for short lines.
_CAREFUL = frozenset(
    "related | watch | more on | support the | help us | download the | your privacy | member of | "
    "part of the | all content | no part of this | want more | share your | opinion: | read: | "
    "more: | video: | next: | your browser | this video | published by | a division of | "
    "get news | "
    "more from | more in | more stories | latest in | trending in | popular in | also in | "
    "related to this | an email with | let our news | top stories in | most popular in | "
    "oops | all comments | comments are | follow us | your email | register for | watch: | "
    "be the first to | reproduction of | registered in england | market data | original | "
    "explainer: | sort by | interactive: | powered by | designed by | images by | receba | "
    "assine | "
    "donate to | this browser | get our | join our | never miss | previous: | please check | "
    "for more on | for more information on | by using this | copyright | get the latest | "
    "something went wrong | subscribe to | subscribe and | register to | sign in to | log in to | "
    "share with | share to | share on | help us | want to read more | a version of this | "
    "continue reading | first published | originally published | by submitting | by clicking | "
    "by registering | by entering your | all material | receive our | privacy policy".split(" | ")
)


def trimmed(folded: str) -> str:
    """A folded line without list marks before it and closing marks after it."""
    if folded and not folded[0].isalpha():
        folded = _LISTED_SKIP.sub("", folded, count=1)
    return folded.rstrip(_TRAIL).strip()


def reason_for(folded: str, words: int) -> str | None:
    """Why a folded line is furniture of the page, or None when no phrase says so."""
    bare = trimmed(folded)
    if not bare:
        return "marks without words"
    if words <= 6 and (whole := WHOLE.get(bare)):
        return whole
    begins = _beginning(bare, folded, words)
    if begins:
        return begins
    if words <= 12 and _COUNTS.fullmatch(bare):
        return "count or length shown by the page"
    if words <= 60 and _SUBSCRIBE.search(folded):
        return "call to follow, share or subscribe"
    if words <= 90 and _CONTAINS.search(folded):
        return "notice about cookies, privacy or terms"
    return None


def _beginning(bare: str, folded: str, words: int) -> str | None:
    first = _FIRST_WORD.match(bare)
    if first is None:
        return None
    for phrase, reason in _BY_FIRST_WORD.get(first[0].strip("-"), ()):
        if not bare.startswith(phrase) and not folded.startswith(phrase):
            continue
        after = bare[len(phrase) : len(phrase) + 1]
        if phrase[-1].isalnum() and after.isalnum():
            continue
        if phrase in _CAREFUL:
            ended = folded.rstrip("\"' )").endswith((".", "!", "?"))
            if words > (22 if phrase[-1] == ":" else 14) or (ended and words > 9):
                continue
        elif words > 60:
            continue
        return reason
    return None
