// The entry point of the deployed app.
