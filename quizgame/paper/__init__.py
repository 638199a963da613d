"""What is printed: worksheets and their keys, cards to cut out, reports. Text in, text out; nothing is written here."""
