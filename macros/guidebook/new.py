"""Start a guide: a commented file that passes the check and says what to put where."""

from pathlib import Path

TEMPLATES = Path(__file__).resolve().parent.parent
"""The folder of the templates."""
TEMPLATE = "new-guide.yml.jinja"
"""The template of a guide."""


def commented_guide(company: str, role: str, *, is_complete: bool, today: str = "2026-11-23") -> str:
    """The YAML of a new guide; a complete one shows every part, a short one the least that is needed."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # noqa: PLC0415  a check can do without

    environment = Environment(  # noqa: S701  it writes YAML, not HTML
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    template = environment.get_template(TEMPLATE)
    return template.render(company=_text(company), role=_text(role), is_complete=is_complete, today=today)


def _text(name: str) -> str:
    """The name so that YAML reads it as text."""
    return f'"{name}"' if name.isdigit() or name in {"true", "false", "null"} else name
