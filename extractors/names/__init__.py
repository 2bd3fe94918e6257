"""The names of an article, settled: what people, places and organisations are read from (`finding`).

Collections of many articles ask for the words alone, so nothing is imported here.
"""
