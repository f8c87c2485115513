"""Jinja templates that write what jinja's own write, with less ado: escaping, calls of macros, attributes.

Most of a page is small texts, some eight hundred in a guide, and a macro is called some hundred times. markupsafe
makes an object of its own of each text, also where it is joined into a longer one in the next moment; jinja asks of
each function whether it wants the context, and of each missing attribute whether it is a key. Ours need none of it.
"""

from collections.abc import Callable, MutableMapping
from types import CodeType
from typing import Any

from jinja2 import Environment, Template, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Macro
from jinja2.utils import missing
from markupsafe import Markup, _escape_inner, escape  # type: ignore[attr-defined]

_new = str.__new__


def quickly(value: Any) -> str:
    """What `escape` gives, as text that may be a plain string: good for being joined, not for being escaped again."""
    kind = type(value)
    if kind is Markup:
        return value  # type: ignore[no-any-return]
    return _escape_inner(value) if kind is str else escape(value)


def called(function: Callable[..., Any], *arguments: Any, **named: Any) -> Any:
    """What `function` gives; a macro whose arguments are given by their places is run at once."""
    if type(function) is not Macro or named or function.caller or function.catch_kwargs or function.catch_varargs:
        return function(*arguments, **named)
    rest = function._argument_count - len(arguments)  # noqa: SLF001  jinja has no quicker way in
    if rest < 0:
        return function(*arguments)  # which says what is wrong
    return _new(Markup, function._func(*arguments, *((missing,) * rest)))  # noqa: SLF001  a macro escapes what it writes


class QuickCode(CodeGenerator):
    """Writes calls and attributes as Python has them: no function asks for the context, no key is an attribute."""

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: FBT001, FBT002, N802
        """Write `called(function, ...)`."""
        self.write("called(")
        self.visit(node.node, frame)
        self.signature(node, frame, {"caller": "caller"} if forward_caller else None)
        self.write(")")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802  jinja's own names
        """Write `(value).name`."""
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:  # noqa: N802
        """Write `(value)[key]`."""
        self.write("(")
        self.visit(node.node, frame)
        self.write(")[")
        self.visit(node.arg, frame)
        self.write("]")

    def visit_CondExpr(self, node: nodes.CondExpr, frame: Frame) -> None:  # noqa: N802
        """Write nothing for the `else` that is not there, without an object that tells what is missing."""
        node.expr2 = node.expr2 or nodes.Const("")
        super().visit_CondExpr(node, frame)


class QuickTemplate(Template):
    """A template whose compiled code escapes and calls by the functions above."""

    @classmethod
    def from_code(
        cls,
        environment: Environment,
        code: CodeType,
        globals: MutableMapping[str, Any],  # noqa: A002  the name is jinja's own
        uptodate: Callable[[], bool] | None = None,
    ) -> Template:
        """Make the template and put `quickly` in the place of `escape`; globals are one dictionary, not a chain."""
        template = super().from_code(environment, code, dict(globals), uptodate)
        template.root_render_func.__globals__.update(escape=quickly, called=called)
        return template
