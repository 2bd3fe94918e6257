"""spaCy's English with our rules, and our component under the name that spaCy knows it by."""

# No `from __future__ import annotations` here: spaCy reads the annotations of what it registers.
from spacy.lang.en import English, EnglishDefaults
from spacy.language import Language

from .component import EncoderComponent
from .encoder import load_encoder
from .networks import FULL
from .rules import Rules


class NewsEnglish(English):
    """English for the tokenizer: a ruled line is one token and no sentence of forty."""

    class Defaults(EnglishDefaults):
        """spaCy's rules, with runs before all others."""

        prefixes = Rules.prefixes
        suffixes = Rules.suffixes


@Language.factory(
    "newsfacts_encoder",
    assigns=["doc.ents", "token.pos", "token.tag", "token.lemma", "token.dep", "token.head"],
    default_config={"network": FULL, "threads": 0},
)
def create_component(nlp: Language, name: str, network: str, threads: int) -> EncoderComponent:
    """Make the component; spaCy calls it for `nlp.add_pipe("newsfacts_encoder")`. `threads`: as in `load_pipeline`."""
    return EncoderComponent(load_encoder(network, threads))
