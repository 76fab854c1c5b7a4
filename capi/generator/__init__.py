"""What is written from capi/api.toml: one module an output, `surface` reads."""
