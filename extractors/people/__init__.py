"""People: the human beings that an article names (`finding`).

Collections of many articles ask for the words alone, so nothing is imported here.
"""
