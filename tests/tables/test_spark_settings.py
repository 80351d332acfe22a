"""How a Spark session is set up where the user has said nothing, and what the user's own settings change."""

from stocktake.tables.engine import spark_settings


def test_on_this_machine_it_is_quiet_small_and_closed_to_others():
    found = spark_settings({})
    assert found["spark.master"] == "local[*]"
    assert found["spark.driver.bindAddress"] == found["spark.driver.host"] == "127.0.0.1"
    assert (found["spark.ui.enabled"], found["spark.log.level"]) == ("false", "ERROR")


def test_a_cluster_keeps_its_own_addresses_and_sizes():
    found = spark_settings({"SPARK_MASTER": "spark://cluster:7077"})
    assert found["spark.master"] == "spark://cluster:7077"
    assert "spark.driver.host" not in found
    assert "spark.driver.memory" not in found


def test_the_users_defaults_are_not_overridden(tmp_path):
    (tmp_path / "spark-defaults.conf").write_text(
        "# ours\nspark.master  local[1]\nspark.driver.memory=4g\n", "utf-8"
    )
    found = spark_settings({"SPARK_CONF_DIR": str(tmp_path)})
    assert "spark.master" not in found
    assert "spark.driver.memory" not in found
    assert found["spark.driver.host"] == "127.0.0.1"


def test_nor_what_is_handed_to_pyspark():
    arguments = "--master local[2] --conf spark.ui.enabled=true pyspark-shell"
    found = spark_settings({"PYSPARK_SUBMIT_ARGS": arguments})
    assert "spark.master" not in found
    assert "spark.ui.enabled" not in found
