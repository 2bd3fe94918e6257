"""Offices: who holds which position of authority in states, parties, armies, courts, churches, unions and companies.

Titles, their holders, what they are of and whether they are past are learned; one office for one position, and its country, are code.
"""
