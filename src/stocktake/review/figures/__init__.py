"""The figures of the texts held against what is published: to which value each belongs, and whether it still holds."""
