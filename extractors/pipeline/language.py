"""spaCy's English with runs of one sign kept whole, as the treebanks have them: `=====`, `***`, `?!`."""

# No `from __future__ import annotations` here: spaCy reads the annotations of what it registers.
from spacy.lang.en import English, EnglishDefaults

_RUNS = (r"={2,}", r"\*{2,}", r"_{2,}", r"#{2,}", r"~{2,}", r"<{2,}", r">{2,}", r"[!?]{2,}")


class NewsEnglish(English):
    """English for the tokenizer: a ruled line is one token and no sentence of forty."""

    class Defaults(EnglishDefaults):
        """spaCy's rules, with runs before all others."""

        prefixes = (*_RUNS, *(EnglishDefaults.prefixes or ()))
        suffixes = (*_RUNS, *(EnglishDefaults.suffixes or ()))
