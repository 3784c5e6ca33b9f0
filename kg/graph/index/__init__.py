"""The side index of a store on disk: what a triple store answers slowly, derived from it and following every write.

It only narrows a question down to the claims that can answer it, or counts; what is answered is still read from the
store, so that a question gives the same rows with and without it.
"""
