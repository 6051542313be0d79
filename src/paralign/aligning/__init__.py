"""The model: which beads are likely, and which alignment they make together.

A semi-Markov conditional random field over beads. ``corridor`` says where to look, ``features`` what each bead
looks like, ``weights`` how much that counts, ``lattice`` which alignment is best and how probable every bead is.
"""
