"""Facts in a database: tables that join, a full-text index over sentences, and views for the questions of a newsroom.

`rows` makes rows of a sheet, `tables` says what the tables are, `store` writes them, an article a transaction.
"""
