/* The bytes of the language model, as they are, in the read-only data of the library. */
    .section .rodata, "a", %progbits
    .balign 64
    .global entente_english_model
    .hidden entente_english_model
    .type entente_english_model, %object
entente_english_model:
    .incbin ENTENTE_ENGLISH_MODEL
    .global entente_english_model_end
    .hidden entente_english_model_end
entente_english_model_end:
    .size entente_english_model, entente_english_model_end - entente_english_model
    .section .note.GNU-stack, "", %progbits
