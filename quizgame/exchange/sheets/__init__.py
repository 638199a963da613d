"""Spreadsheets: rows of cells, and what the columns of each program mean."""
