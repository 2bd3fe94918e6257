"""Places: what is known of them (`countries`, `gazetteer`, `known`) and which of them an article names (`finding`).

Other rooms ask for the countries and the cities alone, so nothing is imported here.
"""
