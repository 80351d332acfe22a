"""What was reported held against what was asked: how far the evidence on each duty carries, and who is silent."""
