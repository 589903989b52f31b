"""The one Prefect flow of the project: `run`, `serve` and prefect.yaml all drive it."""
