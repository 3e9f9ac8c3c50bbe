package io.picojoule.activity;

/** What is done with a word at a memory level. */
public enum Action {
    READ,
    WRITE
}
