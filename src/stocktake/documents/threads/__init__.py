"""Many texts of one chain: the life of each provision, what vanished, what came back, what travels together.

Knows how comparisons of two texts are strung together; how two texts are compared is for ``compare``.
"""
