/* The bytes of the model of names, as they are, in the read-only data of the library. */
    .section .rodata, "a", %progbits
    .balign 64
    .global entente_english_names
    .hidden entente_english_names
    .type entente_english_names, %object
entente_english_names:
    .incbin ENTENTE_ENGLISH_NAMES
    .global entente_english_names_end
    .hidden entente_english_names_end
entente_english_names_end:
    .size entente_english_names, entente_english_names_end - entente_english_names
    .section .note.GNU-stack, "", %progbits
