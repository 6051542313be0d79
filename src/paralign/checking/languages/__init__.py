"""One file of words a language; ``paralign.checking.lexicon`` says what each entry means."""
