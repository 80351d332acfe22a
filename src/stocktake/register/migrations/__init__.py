"""The migrations of the register, from the first version on. One that was published is never altered."""
