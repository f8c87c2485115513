"""Small Markdown of the data is read as the reader of Markdown reads it, by the quick way too."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guidebook import prose

PIECES = [
    *"ab1.)-+#=>!*_`[](#)<&;\"' \n\n\t~|:\\\u00a0\u2028", "\n\n", "\n- ", "\n\n- ", "- - ", "**",
    "**two words**", "x**y**", "**a:** ", "**b?**", "**c.**\n",
    "[words](https://some.example/a-b#c)", "[words](https://Some.example/?a=b&c)", "[w](levers/some-lever/)",
    "[**w**](a/)", "[](a/)", "[w](/a/)", "[w](javascript:a)", "[w](https://..)",
]  # fmt: skip


@settings(deadline=None, derandomize=True, max_examples=1500, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from(PIECES), max_size=16).map("".join))
def test_paragraphs_are_read_as_the_reader_of_markdown_reads_them(words):
    made = prose.rendered(words, "")
    assert (made.html, list(made.links)) == _as_the_reader_reads(words)


def _as_the_reader_reads(words):
    tokens = prose.READER.parse(words)
    inline = [token for part in tokens for token in part.children or ()]
    found = [token for token in inline if token.type == "link_open"]
    links = [token.attrs["href"] for token in found if not token.attrs["href"].startswith(("https:", "#"))]
    return prose.READER.renderer.render(tokens, prose.READER.options, {}).replace("\n", " ").strip(), links
