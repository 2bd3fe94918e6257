"""Figures as complete facts: value and unit, what is measured, how it moved, when it holds, and who says so.

`amounts` reads what is written, by a grammar; `reader` tells what the text says of it, learned; `assembly` puts both together.
"""
