"""The one table of commands: what a person can do, with which keys, on which screens.

What a key does, footer, palette, help screen and the README's table of keys all come from
`COMMANDS`. A key has one meaning on a screen; `:` takes the names.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from tui.keycaps import textual_key

SEARCH, READER, COMPARE = "search", "reader", "compare"
STORIES, STORY = "stories", "story"
ENTITY, SENTENCES = "entity", "sentences"
OUTLETS, TWO, EVIDENCE = "outlets", "two outlets", "evidence"
ARTICLES = (SEARCH, READER, COMPARE)
EVERYWHERE = (*ARTICLES, STORIES, STORY, ENTITY, SENTENCES, OUTLETS, TWO, EVIDENCE)


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a person can do.

    `id` names the method that does it, `name` is what `:` takes, `keys` are as written on a
    key cap. `short` stands in the footer (when `footer` is above 0, the lower the sooner; of the
    screens `footers` where not of all of them), `help` in the help screen.
    """

    id: str
    name: str
    keys: tuple[str, ...]
    short: str
    help: str
    screens: tuple[str, ...] = EVERYWHERE
    footer: int = 0
    footers: tuple[str, ...] = ()

    def in_footer(self, screen: str) -> bool:
        """Whether a screen's footer may show it."""
        return bool(self.footer and self.keys) and (not self.footers or screen in self.footers)


def _c(
    id: str,
    name: str,
    keys: str,
    short: str,
    help: str,
    screens: tuple[str, ...] = EVERYWHERE,
    footer: int = 0,
    footers: tuple[str, ...] = (),
) -> Command:
    return Command(id, name, tuple(keys.split()), short, help, screens, footer, footers)


COMMANDS: tuple[Command, ...] = (
    # what a screen is for comes first
    _c("open", "open", "Enter", "read", "read the article under the cursor", (SEARCH,), 1),
    _c("open", "name", "Enter", "name", "the page of the name under the cursor", (READER,)),
    _c("open", "unfold", "Enter", "unfold", "unfold or fold the passage, or read the article there",
       (COMPARE,)),
    _c("open", "story-open", "Enter", "open", "open the story under the cursor", (STORIES,), 1),
    _c("open", "sentence", "Enter", "read", "read the sentence of this cell in its article",
       (STORY,), 2),
    _c("open", "sentences", "Enter", "open", "the sentences behind the number, or the article",
       (ENTITY,), 1),
    _c("open", "sentence", "Enter", "read", "read on in the article where the sentence stands",
       (SENTENCES,), 1),
    _c("query", "query", "/", "narrow", "only of the articles that a query finds", (ENTITY,), 2),
    _c("open", "side", "Enter", "choose", "choose the outlet; with two, lay them side by side",
       (OUTLETS,), 1),
    _c("open", "evidence", "Enter", "open",
       "open what the numbers are made of; of a shared story, both articles; fold a section",
       (TWO,), 1),
    _c("open", "read", "Enter", "read", "read the sentence in its article", (EVIDENCE,), 1),
    _c("query", "query", "/", "narrow", "only what a query finds", (OUTLETS, TWO), 2),
    _c("query", "query", "/", "narrow", "only stories of the articles that a query finds",
       (STORIES,), 2),
    _c("find", "filter", "/", "filter", "only rows with these words", (STORY,), 6),
    _c("query", "query", "/", "search", "write a query; the list changes as you type",
       (SEARCH,), 2),
    _c("find", "find", "/", "find", "find words in this article", (READER,), 9),
    _c("find", "find", "/", "find", "find words in both articles", (COMPARE,)),
    _c("next", "next", "n", "next", "next place that the lens marks", (READER,), 1),
    _c("next", "next", "n", "next", "next difference, or next of the lens", (COMPARE,), 1),
    _c("next", "next", "n", "next differing", "next row in which articles differ", (STORY,), 1),
    _c("previous", "previous", "N", "previous", "previous row in which articles differ",
       (STORY,)),
    _c("next_story", "next-story", "n", "story", "the next row with a new story", (SEARCH,), 9),
    _c("previous_story", "previous-story", "N", "story", "the row before with a new story",
       (SEARCH,)),
    _c("previous", "previous", "N", "previous", "previous place that the lens marks", (READER,)),
    _c("previous", "previous", "N", "previous", "previous difference, or previous of the lens",
       (COMPARE,)),
    _c("next", "next", "n", "evidence", "the next row with something to open", (TWO,), 4),
    _c("previous", "previous", "N", "evidence", "the previous row with something to open", (TWO,)),
    _c("next", "next", "n", "article", "the next article", (EVIDENCE,), 2),
    _c("previous", "previous", "N", "article", "the previous article", (EVIDENCE,)),
    _c("names", "names", "e", "names", "only who is named and how, or all again", (TWO,), 5),
    _c("voices", "voices", '" d', "voices", "only who is quoted, or all again", (TWO,), 5),
    _c("words", "words", "w", "words", "only the words of either side, or all again", (TWO,), 5),
    _c("only_left", "only-a", "<", "only A", "only what A alone has, or all again", (TWO,), 6),
    _c("only_right", "only-b", ">", "only B", "only what B alone has, or all again", (TWO,), 6),
    _c("names", "names", "e", "names", "lens: people, organisations, places and other names",
       (READER, COMPARE), 2),
    _c("figures", "figures", "f", "figures", "lens: figures with what they count",
       (READER, COMPARE), 3),
    _c("quotations", "quotations", '" d', "quotes", "lens: quotations and who says them",
       (READER, COMPARE), 4),
    _c("names", "names", "e", "names", "who is named in which article, or the ledger again",
       (STORY,), 5),
    _c("figures", "figures", "f", "figures", "only rows of figures, or all again", (STORY,), 3),
    _c("quotations", "quotations", '" d', "quotes", "only rows of quotations, or all again",
       (STORY,), 4),
    _c("names", "names", "e", "named with", "to those it is named with", (ENTITY,), 5),
    _c("quotations", "quotations", '" d', "quotes", "to what it is quoted with", (ENTITY,), 4),
    _c("wording", "labels", "w", "called", "to what it is called", (ENTITY,), 6),
    _c("wording", "wording", "w", "wording", "lens: two ways to say one thing", (COMPARE,), 10),
    _c("only_left", "only-left", "<", "only left", "only what is not matched on the left",
       (COMPARE,), 6),
    _c("only_right", "only-right", ">", "only right", "only what is not matched on the right",
       (COMPARE,), 6),
    _c("removed", "removed", "r z", "removed",
       "show the lines that were set aside, with reasons, or fold them away", (READER,), 5),
    _c("removed", "removed", "r", "removed",
       "the lines that were set aside on both sides, with reasons", (COMPARE,)),
    _c("why", "why", "i", "why", "why this article was found", (SEARCH,)),
    _c("why", "why", "i", "why",
       "why this is marked so; correct a name, quotation, figure, line or heading", (READER,), 6),
    _c("why", "why", "i", "why", "why these two passages stand side by side", (COMPARE,), 7),
    _c("why", "why", "i", "why",
       "why these are one row and one story; merge, part or name the story", (STORY,), 9),
    _c("why", "why", "i", "counted", "how it was counted", (ENTITY, TWO, OUTLETS), 9),
    _c("why", "why", "i", "why", "why these articles are one story", (STORIES,), 6),
    _c("why", "why", "i", "why", "what the number counts, and how these were found",
       (SENTENCES, EVIDENCE), 6),
    _c("mark", "mark", "m", "mark", "mark for comparison, or take the mark away",
       (SEARCH, READER), 3),
    _c("mark", "mark", "m", "mark",
       "mark the article of the line for comparison, or take the mark away",
       (COMPARE, STORIES, ENTITY, SENTENCES, TWO, EVIDENCE)),
    _c("mark", "mark-outlet", "m", "mark", "take the outlet for A, or take it away", (OUTLETS,), 3),
    _c("mark", "mark-column", "m", "mark", "mark the article of the column, or take it away",
       (STORY,)),
    _c("star", "star", "*", "star", "give the article a star, or take it away"),
    _c("tag", "tag", "t", "tag", "give the article tags of your own, or take them away"),
    _c("note", "note", "a", "note", "write a note of your own on the article"),
    _c("within", "within", "", "within", "look for something more among what was found", (SEARCH,)),
    _c("history", "history", "", "history", "earlier queries, the newest first", (SEARCH,)),
    _c("save", "save", "", "save", "keep this search under a name", (SEARCH,)),
    _c("saved", "saved", "", "saved", "saved searches, with what is new in them", (SEARCH,)),
    _c("marked", "marked", "M", "marked",
       "the marked articles: take marks away, choose two to compare"),
    _c("compare", "compare", "c", "compare",
       "lay two marked articles side by side, three to nine in a ledger; with none marked, find "
       "other reports of the event", (SEARCH, READER), 4),
    _c("compare", "compare", "c", "compare",
       "lay two marked articles side by side, three to nine in a ledger; with none marked, find "
       "other reports of the event", (COMPARE,)),
    _c("versions", "versions", "V", "versions",
       "the versions of this article: the one before beside it, or one that is chosen", (READER,)),
    _c("versions", "versions", "V", "versions",
       "the versions of the article of this column, side by side", (COMPARE,)),
    _c("compare", "compare", "c", "compare",
       "lay the column and the one you came from side by side", (STORY,), 7),
    _c("compare", "compare", "c", "compare",
       "lay two marked articles side by side, three to nine in a ledger",
       (STORIES, ENTITY, SENTENCES, OUTLETS, EVIDENCE)),
    _c("entity", "entity", "@", "entity",
       "the page of a name: the one under the cursor first, or one that is typed"),
    _c("stories", "stories", "S", "stories",
       "what happened, and who reported it; in that list the next order", EVERYWHERE, 4, (SEARCH,)),
    _c("compare", "compare", "c", "compare",
       "the first articles of both on the event, or the two that are nearest", (TWO,), 7),
    _c("outlets", "outlets", "O", "outlets", "who publishes how much; two of them side by side",
       EVERYWHERE, 4, (SEARCH,)),
    _c("story", "story", "s", "story", "the story of this article: who reports what",
       (SEARCH, READER, ENTITY, SENTENCES, TWO, EVIDENCE), 8),
    _c("story", "story", "s", "story", "the story of this article: who reports what",
       (COMPARE,), 9),
    _c("copy", "copy", "y", "copy",
       "copy: then y sentence or pair, p paragraph, q quotation, c citation, u URL", EVERYWHERE, 8),
    _c("pipe", "pipe", "|", "pipe",
       "give the article, a passage or the list to a shell command that you type"),
    _c("sentence_back", "sentence-back", "(", "sentence", "previous sentence", (READER,)),
    _c("sentence_forward", "sentence-forward", ")", "sentence", "next sentence", (READER,)),
    _c("sentence_back", "row-back", "(", "row", "previous row", (COMPARE,)),
    _c("sentence_forward", "row-forward", ")", "row", "next row", (COMPARE,)),
    _c("report", "report", "1 2 3 4 5 6 7 8 9", "report", "the n-th report of the same story",
       (READER,)),
    _c("next_hit", "next-hit", "J", "article", "the next article of the list", (READER,), 10),
    _c("previous_hit", "previous-hit", "K", "article", "the previous article of the list",
       (READER,)),
    _c("next_opposite", "next-counterpart", "J", "other", "the next counterpart on the right",
       (COMPARE,), 9),
    _c("previous_opposite", "previous-counterpart", "K", "other",
       "the previous counterpart on the right", (COMPARE,)),
    _c("next_opposite", "next-outlet", "J", "outlet", "the next outlet for B", (TWO,), 7),
    _c("previous_opposite", "previous-outlet", "K", "outlet", "the previous outlet for B", (TWO,)),
    _c("opposite", "outlet", "1 2 3 4 5 6 7 8 9", "outlet", "the n-th outlet of the list for B",
       (TWO,)),
    _c("opposite", "counterpart", "1 2 3 4 5 6 7 8 9", "outlet",
       "the n-th counterpart on the right", (COMPARE,)),
    _c("view", "view", "v", "view", "with passages, titles only, or words in their context",
       (SEARCH,), 5),
    _c("view", "view", "v", "view", "text alone, or with the list of names", (READER,), 7),
    _c("next_hit", "next-story", "J", "story", "the next story of the list", (STORY,), 11),
    _c("previous_hit", "previous-story", "K", "story", "the previous story of the list",
       (STORY,)),
    _c("bring", "compare-too", "+", "column",
       "on a report in time that is not compared: make it a column in place of another", (STORY,)),
    _c("view", "view", "v", "view", "ledger, articles in time, names", (STORY,), 8),
    _c("view", "view", "v", "view", "all sections, or every bar of time", (TWO,), 8),
    _c("view", "view", "v", "view", "two columns, left alone, right alone", (COMPARE,), 7),
    _c("order", "order", "o", "order",
       "by relevance, newest first, oldest first; in context: by the words after or before",
       (SEARCH,), 6),
    _c("order", "order", "o", "order", "in the order of the text, or gravest first",
       (COMPARE,)),
    _c("order", "order", "o", "order", "newest, largest, most outlets, most that may conflict",
       (STORIES,), 3),
    _c("order", "order", "o", "order", "what may conflict first, or in the order of the text",
       (STORY,)),
    _c("order", "order", "o", "order", "quotations and articles: newest or oldest first",
       (ENTITY,), 7),
    _c("order", "order", "o", "order", "largest, by name, latest first", (OUTLETS,), 4),
    _c("order", "order", "o", "order", "most first, or furthest apart first", (TWO,), 8),
    _c("facets", "facets", "F", "facets",
       "count outlets, months, names, stories; take one in or leave it out", (SEARCH,), 7),
    _c("days", "days", "H", "days", "how many are from when, as bars; narrow to one", (SEARCH,), 8),
    _c("days", "days", "H", "days", "the articles in time, or the ledger again", (STORY,)),
    _c("days", "days", "H", "days", "every bar of time, or all sections again", (TWO,)),
    _c("fold", "fold", "z", "fold", "one row for copies of a text, for a story, or for none",
       (SEARCH,), 8),
    _c("unfold", "unfold-row", "l →", "copies", "show what is folded under this row", (SEARCH,), 9),
    _c("refold", "refold", "h ←", "copies", "fold it again, from the row or from one unfolded",
       (SEARCH,)),
    _c("fold", "fold", "z", "fold", "fold or unfold what is not matched",
       (COMPARE,), 9),
    _c("fold", "fold", "z", "fold", "show or fold the rows that one article carries alone",
       (STORY,), 10),
    _c("fold", "fold", "z", "fold", "unfold this section, or fold it", (ENTITY, TWO), 8),
    _c("export", "export", "E", "export", "write the page as a table or JSON", (ENTITY,), 10),
    _c("export", "export", "E", "export", "write the whole list as a table, JSON or text",
       (SEARCH, STORIES, OUTLETS), 10),
    _c("export", "export", "E", "export", "write all sentences as a table, JSON or text",
       (SENTENCES, EVIDENCE), 10),
    _c("export", "export", "E", "export", "write the article with all that was read out of it",
       (READER,), 11),
    _c("export", "export", "E", "export", "write the two outlets as a page, a table or JSON",
       (TWO,), 8),
    _c("export", "export", "E", "export", "write the story as a page, a table or JSON",
       (STORY,), 9),
    _c("swap", "swap", "x", "swap", "swap the sides", (COMPARE, TWO), 10),
    _c("left", "left", "h ←", "left", "the left column", (COMPARE, STORY)),
    _c("right", "right", "l →", "right", "the right column", (COMPARE, STORY)),
    _c("left", "left", "h ←", "A", "the column of A: its article is marked, starred, copied",
       (TWO,)),
    _c("right", "right", "l →", "B", "the column of B: its article is marked, starred, copied",
       (TWO,)),
    _c("column", "column", "1 2 3 4 5 6 7 8 9", "column", "the column with this number",
       (STORY,)),
    _c("pane", "pane", "Tab", "pane", "query box, list", (SEARCH,)),
    _c("pane", "pane", "Tab", "pane", "text, list of names", (READER,)),
    _c("pane", "pane", "Tab", "column", "the other column", (COMPARE,)),
    _c("pane", "section", "Tab", "section", "the next section", (ENTITY, TWO), 3),
    _c("pane", "pane", "Tab", "pane", "move in the grid, or in the row spelt out", (STORY,)),
    _c("export", "export", "E", "export", "write this comparison as a page", (COMPARE,), 12),
    # moving
    _c("down", "down", "j ↓", "down", "down"),
    _c("up", "up", "k ↑", "up", "up"),
    _c("page_down", "page-down", "space PgDn", "page", "a page on"),
    _c("page_up", "page-up", "b PgUp", "page", "a page back"),
    _c("half_down", "half-page-down", "ctrl-d", "half page", "half a page on"),
    _c("half_up", "half-page-up", "ctrl-u", "half page", "half a page back"),
    _c("first", "first", "g Home", "first", "to the beginning"),
    _c("last", "last", "G End", "last", "to the end"),
    # the program
    _c("undo", "undo", "u", "undo", "undo the last judgement, star, tag or note"),
    _c("refresh", "refresh", "R", "refresh", "take the articles that came in meanwhile"),
    _c("back", "back", "q Backspace ctrl-o", "back",
       "one step back, the place kept; a query is a step; q on the first list quits, all saved",
       EVERYWHERE, 4, tuple(screen for screen in EVERYWHERE if screen != SEARCH)),
    _c("theme_dark", "theme dark", "", "dark", "light letters on a dark ground"),
    _c("theme_light", "theme light", "", "light", "dark letters on a light ground"),
    _c("plain", "plain", "", "plain",
       "this page as plain text, linear and complete: in a pager or in a file"),
    _c("suspend", "suspend", "ctrl-z", "suspend", "put the explorer aside; fg brings it back"),
    _c("redraw", "redraw", "ctrl-l", "redraw", "draw the screen anew, if something disturbed it"),
    _c("theme_ansi", "theme ansi", "", "ansi", "the terminal's own sixteen colours"),
    _c("close", "close", "Esc", "close", "close prompt, panel or lens, then back; never quits"),
    _c("palette", "commands", ": ctrl-p", "commands", "a command by its name", EVERYWHERE, 11),
    _c("help", "help", "?", "help", "the keys of this screen, searchable"),
    _c("quit", "quit", "Q", "quit", "quit, the session saved"),
)  # fmt: skip

COPIES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("y", "sentence", (SEARCH, READER, STORY, ENTITY, SENTENCES, EVIDENCE)),
    ("y", "pair", (COMPARE,)),
    ("s", "sentence", (COMPARE,)),
    ("p", "paragraph", (SEARCH, READER, COMPARE, STORY, ENTITY, SENTENCES, EVIDENCE)),
    ("q", "quotation", (SEARCH, READER, COMPARE, STORY, ENTITY, SENTENCES, EVIDENCE)),
    ("c", "citation", EVERYWHERE),
    ("u", "URL", EVERYWHERE),
)
"""What can follow `y`: the key, what is copied, and where that exists."""

_table: tuple[Command, ...] | None = None


def use(table: tuple[Command, ...]) -> None:
    """Put a table with other keys into force; an empty one brings back the keys of `COMMANDS`."""
    global _table
    _table = table or None
    keymap.cache_clear()


def in_force() -> tuple[Command, ...]:
    """The commands with the keys that they have now."""
    return COMMANDS if _table is None else _table


def on_screen(screen: str) -> Iterator[Command]:
    """The commands of one screen, in the table's order."""
    return (command for command in in_force() if screen in command.screens)


@cache
def keymap(screen: str) -> dict[str, Command]:
    """What each key does on a screen, by the terminal library's name for the key."""
    return {textual_key(key): c for c in on_screen(screen) for key in c.keys}


def key(name: str, screen: str) -> str:
    """The first key that a command has on a screen, for sentences; without one, what `:` takes."""
    keys = next((c.keys for c in on_screen(screen) if c.name == name), ())
    return keys[0] if keys else f":{name}"


def pressed(name: str, screen: str) -> tuple[str, ...]:
    """The keys that a command has on a screen, as the terminal library calls them."""
    return next((tuple(map(textual_key, c.keys)) for c in on_screen(screen) if c.name == name), ())


_PARTNERS = {
    "unfold": "refold", "next": "previous", "next_story": "previous_story",
    "next_hit": "previous_hit", "next_opposite": "previous_opposite",
}  # fmt: skip
"""What stands beside a command in the footer: the same the other way."""


def footer(screen: str, view: Mapping[str, str] | None = None) -> list[tuple[str, str]]:
    """(keys, short word) of the commands that the footer shows, the most wanted first; those of
    one `view` of the screen are told by its own words for their ids."""
    if view:
        keys = {c.id: c.keys[0] for c in on_screen(screen) if c.keys}
        return [(keys[id], short) for id, short in view.items() if id in keys]
    shown = sorted((c for c in on_screen(screen) if c.in_footer(screen)), key=lambda c: c.footer)
    merged: list[tuple[str, str]] = []
    for command in shown:
        back = _PARTNERS.get(command.id)
        partner = next((c.keys for c in on_screen(screen) if back and c.id == back), ())
        merged.append((" ".join((*command.keys[:1], *partner[:1])), command.short))
    out: list[tuple[str, str]] = []
    for key, short in merged:
        if out and out[-1][1].split()[0] == short.split()[0] == "only":
            out[-1] = (f"{out[-1][0]} {key}", "only")
        else:
            out.append((key, short))
    return out


def collisions(table: tuple[Command, ...] | None = None) -> list[tuple[str, str, list[str]]]:
    """(screen, key, names) where a key means two things on one screen: there must be none."""
    found = []
    for screen in EVERYWHERE:
        meanings: dict[str, set[str]] = {}
        caps: dict[str, str] = {}
        for command in (c for c in (table or in_force()) if screen in c.screens):
            for cap in command.keys:
                meanings.setdefault(textual_key(cap), set()).add(command.name)
                caps[textual_key(cap)] = cap
        found += [(screen, caps[at], sorted(m)) for at, m in meanings.items() if len(m) > 1]
    return found
