"""Measures the gradients of a learner's own file: what a function gives beside central differences of its own loss.

The one thing that is measured is a function without arguments that returns loss, gradients and parameters. Where the
file declares none, such a function is written from what its own run and its names tell, and then measured the same way.
What the numbers mean is said outside, in TypeScript.
"""
