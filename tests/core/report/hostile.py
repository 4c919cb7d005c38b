"""Words that try to become something else."""

HOSTILE = (
    "<script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    "\"><svg onload=alert(1)><a href='",
    "' onclick='alert(1)",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "https://example.org/\"onmouseover=alert(1) x='",
    "{{ 7 * 7 }}{% raw %}${7*7}",
    "<!--<base href=//evil.example>-->",
    "]]><!DOCTYPE html><iframe srcdoc=1>",
    "\x1b[31mred\x1b]0;title\x07\x9b2J",
    "right \u202eot tfel\u202c and \u2066isolated\u2069 \u200fmark",
    "nul \x00 and \ud800 lone, \ufffe not one",
    "[link](javascript:alert(1)) ![image](http://evil.example/x.png)",
    "# heading\n\n- item\n1. one\n***\n> quote\n```\ncode\n```\n| a | b |\n|---|---|",
    "<https://evil.example> www.evil.example https://evil.example",
    "*bold* _it_ ~~gone~~ `code` \\ backslash & ampersand &lt; #1 @somebody $x$",
    "[bold red]rich[/bold red] :smile:",
    "a" * 3000,
)
