"""`newsfacts check`: articles beside their expected sheets, compared fact by fact.

Data flows one way: `fixtures` finds and reads the pairs, `comparing` pairs the facts of two sheets and tells what differs, `updating` puts
what is into the expected sheet, `reports` writes it down.
"""
