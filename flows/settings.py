"""Every setting of the program, once, with its default; read from the environment when asked for."""

from __future__ import annotations

from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING, Annotated, Any, Literal, Self

from platformdirs import user_cache_path, user_data_path
from pydantic import Field, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

if TYPE_CHECKING:
    from geo import OnlineOptions
    from geo.style import Style
    from geo.writers import Output

OnlineService = Literal["nominatim", "photon", "geonames"]
LogLevel = Literal["DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"]


class Settings(BaseSettings):
    """Options of a command come first, then `CONFLICTMAP_<NAME>` in the environment, then these defaults."""

    model_config = SettingsConfigDict(env_prefix="CONFLICTMAP_", frozen=True, env_ignore_empty=True)

    out: Path = Path("outputs")
    """Where `run` and `serve` write: CONFLICTMAP_OUT."""
    workers: Annotated[int, Field(ge=1, le=256)] = 1
    """Processes that extract at the same time: CONFLICTMAP_WORKERS. Each has lexicons of its own."""
    batch_size: Annotated[int, Field(ge=1, le=10_000)] = 100
    """Articles in one batch, for which Prefect runs three tasks: CONFLICTMAP_BATCH_SIZE. A crash loses at
    most one batch; a task costs some 25 ms, so that small batches cost more than the work in them."""
    gazetteer: Path | None = None
    """The place index, if not the one in the user's cache folder: CONFLICTMAP_GAZETTEER."""
    formats: Annotated[tuple[str, ...] | None, NoDecode] = None
    """What is written: names of outputs parted by commas, or `all`: CONFLICTMAP_FORMATS. None: those that
    most people open (geo.writers.DEFAULT_FORMATS)."""
    style: Path | None = None
    """A YAML file with the title, colours, labels and sizes that are to differ from those of `geo/style.yml`:
    CONFLICTMAP_STYLE."""
    online: OnlineService | None = None
    """The service that is asked for places that the index lacks: CONFLICTMAP_ONLINE. None: nobody."""
    online_server: Annotated[str | None, Field(pattern=r"^https?://[^/\s?#@]+[^\s?#]*$")] = None
    """One's own instance of it, `https://host[:port][/path]`: CONFLICTMAP_ONLINE_SERVER."""
    online_contact: Annotated[str | None, Field(pattern=r"^[ -~]+$", max_length=200)] = None
    """An e-mail address or page by which the service can reach whoever asks: CONFLICTMAP_ONLINE_CONTACT."""
    online_username: Annotated[str | None, Field(pattern=r"^[!-~]+$", max_length=100)] = None
    """The account that GeoNames asks for: CONFLICTMAP_ONLINE_USERNAME."""
    online_timeout: Annotated[float, Field(gt=0, le=300)] = 10.0
    """Seconds to wait for its answer: CONFLICTMAP_ONLINE_TIMEOUT."""
    online_cache: Path = Field(default_factory=lambda: user_cache_path("conflictmap") / "online.sqlite")
    """Where its answers are kept: CONFLICTMAP_ONLINE_CACHE."""
    prefect_home: Path = Field(default_factory=lambda: user_data_path("conflictmap") / "prefect")
    """Where Prefect keeps its runs, unless PREFECT_HOME says so: CONFLICTMAP_PREFECT_HOME."""
    server_wait: Annotated[float, Field(gt=0)] = 120.0
    """Seconds that Prefect's server may take to start: CONFLICTMAP_SERVER_WAIT. A first start takes 10-17."""
    log_level: LogLevel = "WARNING"
    """What Prefect logs, unless PREFECT_LOGGING_LEVEL says so: CONFLICTMAP_LOG_LEVEL."""

    @field_validator("formats", mode="before")
    @classmethod
    def _known_formats(cls, value: Any) -> Any:
        names = value.replace(",", " ").split() if isinstance(value, str) else value
        if names is None:
            return None
        from geo.writers import outputs_named  # shapely, which no wrong usage has to wait for

        return tuple(output.name for output in outputs_named(names))

    @field_validator("style")
    @classmethod
    def _usable_style(cls, value: Path | None) -> Path | None:
        if value is not None:
            from geo.style import read_style

            read_style(value)
        return value

    @model_validator(mode="after")
    def _geonames_has_an_account(self) -> Self:
        if self.online == "geonames" and self.online_username is None:
            raise ValueError("GeoNames answers only its users: set CONFLICTMAP_ONLINE_USERNAME")
        return self

    def online_options(self) -> OnlineOptions | None:
        """What each process needs to ask online, with a new word for this run; None: nobody is asked."""
        if self.online is None:
            return None
        from geo import OnlineOptions  # half a second, which no wrong usage has to wait for

        return OnlineOptions(
            self.online, self.online_cache, self.online_server, self.online_contact, self.online_username,
            self.online_timeout, run=token_hex(4),
        )  # fmt: skip

    def outputs(self) -> tuple[Output, ...]:
        """What is written."""
        from geo.writers import DEFAULT_FORMATS, outputs_named

        return outputs_named(DEFAULT_FORMATS if self.formats is None else self.formats)

    def event_style(self) -> Style:
        """How events look: the default, changed by the user's file. StyleError where that cannot be used."""
        from geo.style import default_style, read_style

        return default_style() if self.style is None else read_style(self.style)
