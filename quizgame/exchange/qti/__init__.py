"""QTI, the format of 1EdTech for questions: items in XML, alone or in a package."""
