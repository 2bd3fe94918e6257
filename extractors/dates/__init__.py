"""Dates: time expressions of an article as TIMEX3 values (`finding`), and its day of publication (`published`).

Collections of many articles ask for what a value means alone (`timex`), so nothing is imported here.
"""
