"""Observations written for others: SDMX-CSV and SDMX-ML, in a data structure of our own.

Knows columns and bytes; the same observations give the same bytes. Reads nothing and counts nothing.
"""
