"""What is found of the changes planted in a text by hand: `python -m tests.quality.planted [--articles FOLDER]`.

Two texts: a draft of a real article, made from it by the edits of dailynk-putin-kim-2024.toml (the article is not
part of the project and is read from --articles), and two reports of one invented event in two-outlets/.
"""
