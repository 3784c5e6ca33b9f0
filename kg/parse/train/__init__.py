"""The recipe: from treebanks and raw text to the embedded weights.

Needs the `train` extra; nothing of the product imports it.
"""
