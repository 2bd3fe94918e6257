"""Organisations: companies, agencies, parties, ministries, courts, teams and media that an article names."""

from .finding import find_organizations

__all__ = ["find_organizations"]
