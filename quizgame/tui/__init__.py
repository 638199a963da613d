"""The screens. The only folder that knows Textual."""
