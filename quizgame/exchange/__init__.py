"""Other programs' files: bytes in, entries of a pack out, and the other way round. One file or folder a format.

Every format is read into the flat form of `neutral` and written from it; none knows another. What a file has and we
can't hold, or what we have and a format can't hold, is left out and listed with its place and reason.
"""
