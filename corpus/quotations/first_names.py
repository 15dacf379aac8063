"""Common first names of women and men, by which a pronoun finds its person.

Written for this program; a name that both bear stands in both lists and decides nothing.
"""

from __future__ import annotations

from corpus.quotations.words import words

WOMEN = words(
    "mary patricia jennifer linda elizabeth barbara susan jessica sarah karen nancy lisa margaret "
    "betty sandra ashley kimberly emily donna michelle carol amanda melissa deborah debbie "
    "stephanie rebecca laura sharon cynthia kathleen amy shirley angela helen anna brenda pamela "
    "nicole samantha katherine emma ruth christine catherine debra rachel carolyn janet virginia "
    "maria heather diane julie joyce victoria olivia kelly christina lauren joan evelyn judith "
    "megan cheryl andrea hannah martha jacqueline frances gloria ann anne teresa kathryn sara "
    "janice jean alice madison doris abigail julia judy grace denise amber marilyn beverly "
    "danielle theresa sophia marie diana brittany natalie isabella charlotte rose alexis kayla "
    "hillary ivanka melania theresa angela ursula christine kirsten kamala michelle nancy elena "
    "olga natalia svetlana irina tatiana ekaterina yulia fatima aisha amina leila layla zainab "
    "noor malala benazir aung indira sonia priyanka mei ling yoko akiko yuriko claire chloe lucy "
    "sophie zoe jane kate katie fiona nicola ruth sally wendy tracy tina valerie monica melinda "
    "loretta sonya ruth condoleezza madeleine samantha susan susana carmen rosa lucia ana isabel "
    "pilar dilma cristina michele carly sarah kellyanne huma donna debbie tulsi elizabeth "
    "amy stormy dianne barbara maxine mazie tammy jeanne joni lindsey kay kathy peggy gina lynn "
    "vera nina eva ida ella ingrid greta astrid sigrid marine simone brigitte anita rita leticia "
    "ines marta paula petra sabine silvia helga heidi ulrike erna tsai ayesha asma hanan shirin "
    "jen jenny jill joanna jody kristen kristin kirstjen leah lena lori marcia mia molly naomi "
    "norma phyllis robin sheila stacey stacy tara vanessa veronica yvonne caroline cecilia"
)
MEN = words(
    "james john robert michael william david richard joseph thomas charles christopher daniel "
    "matthew anthony mark donald steven paul andrew joshua kenneth kevin brian george edward "
    "ronald timothy jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin "
    "scott brandon benjamin samuel gregory frank alexander raymond patrick jack dennis jerry "
    "tyler aaron jose adam henry nathan douglas zachary peter kyle walter ethan jeremy harold "
    "keith christian roger noah gerald carl terry sean austin arthur lawrence jesse dylan bryan "
    "joe jordan billy bruce albert willie gabriel logan alan juan wayne roy ralph randy eugene "
    "vincent russell elijah louis bobby philip phillip johnny bashar vladimir sergei sergey dmitry "
    "dmitri mikhail boris barack mitt newt ted marco jeb rand chris mike mick steve jim tim tom "
    "bob bill rob ron ben dan sam greg jeff josh matt nick pete phil rick rudy tony bernie "
    "martin harry mitch rex reince sebastian stefan ahmed ahmad mohammed mohammad muhammad "
    "mohamed mahmoud hassan hussein ali omar abdul abdullah ibrahim khalid khaled yusuf youssef "
    "mustafa mehmet recep tayyip binali fayez nouri haider saddam muammar moammar hosni abdel "
    "ban kofi antonio jens jean jean-claude emmanuel francois françois nicolas laurent manuel "
    "luis carlos miguel pedro pablo enrique felipe fernando javier jorge rafael ricardo roberto "
    "xi li kim narendra manmohan rahul imran nawaz pervez hamid ashraf shinzo yoshihide rodrigo "
    "joko mahathir malcolm scott tony kevin julian gordon neil nigel jeremy ed ian iain liam lee "
    "craig derek dominic duncan graham hugh keir kenny owen simon stuart trevor wolfgang frank "
    "heiko horst jurgen jürgen klaus olaf sigmar thomas viktor volodymyr petro oleg igor ivan "
    "yuri andrei alexei alexander pavel nikolai anatoly konstantin leonid maxim ahmet alexis "
    "yanis silvio matteo mario giuseppe sergio francis benedict anders lars erik henrik "
    "jan willem mark geert herman didier elon jeff bezos sundar tim satya larry warren "
    "zeid staffan rami ramy abu osama ayman isaac isaiah ezra levi moshe benjamin bibi avigdor "
    "ehud shimon ariel yair naftali mahmoud yasser ismail saeb riyad adel nabil walid fouad "
    "leon chuck chad brett brad brent clint curtis dale darren darrell dean earl ernest "
    "glenn grant herbert howard ken kirk lloyd luke marcus marvin micheal milton nathaniel "
    "norman oscar preston ray reginald rodney ross roland stanley spencer theodore todd travis "
    "troy victor wesley zach alberto alvaro andre andré andres andrés angel armando arturo cesar"
)
