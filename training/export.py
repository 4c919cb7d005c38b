"""Turns trained weights into the one file that the product runs: ONNX with eight-bit weights, vocabulary, thresholds.

python -m training.export DIR/epoch3.pt DIR/tagger.onnx [--thresholds DIR/thresholds.json]
"""

import argparse
import json
import tempfile
from dataclasses import asdict
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from provenance.extraction.decoding import Thresholds
from provenance.extraction.tagger import THRESHOLDS, TOKENIZER
from training.model import Network
from training.train import BASE

_OPSET = 17
_FLOAT = 1
_EXAMPLE = 40
_AXES = {
    "pieces": {0: "length"},
    "features": {0: "length"},
    "starts": {0: "cues"},
    "chances": {0: "cues"},
    "tags": {0: "cues", 1: "length"},
    "names": {0: "length"},
    "grammar": {0: "length"},
}


def export(weights: Path, output: Path, thresholds: Thresholds) -> None:
    """Writes the ONNX file."""
    network = Network()
    network.load_state_dict(torch.load(weights, weights_only=True))
    network.eval()
    example = torch.arange(1000, 1000 + _EXAMPLE), torch.zeros(_EXAMPLE, dtype=torch.long)
    with tempfile.TemporaryDirectory() as folder, torch.inference_mode():
        exact, small = Path(folder) / "exact.onnx", Path(folder) / "small.onnx"
        torch.onnx.export(
            network,
            example,
            str(exact),
            input_names=["pieces", "features"],
            output_names=["starts", "chances", "tags", "names", "grammar"],
            dynamic_axes=_AXES,
            opset_version=_OPSET,
            dynamo=False,
        )
        quantize_dynamic(
            exact,
            small,
            per_channel=True,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul", "Gemm", "Gather"],
            extra_options={"DefaultTensorType": _FLOAT},
        )
        vocabulary = (BASE / "tokenizer.json").read_text(encoding="utf-8")
        output.write_bytes(with_properties(small.read_bytes(), thresholds, vocabulary))


def with_properties(model: bytes, thresholds: Thresholds, vocabulary: str | None = None) -> bytes:
    """The same network with other thresholds; `vocabulary` is the content of a tokenizer.json, None keeps its own."""
    graph = onnx.load_from_string(model)
    held = {each.key: each.value for each in graph.metadata_props}
    del graph.metadata_props[:]
    properties = {THRESHOLDS: json.dumps(asdict(thresholds)), TOKENIZER: vocabulary or held[TOKENIZER]}
    onnx.helper.set_model_props(graph, properties)
    return bytes(graph.SerializeToString())


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training.export", description=__doc__.splitlines()[0])
    parser.add_argument("weights", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--thresholds", type=Path)
    options = parser.parse_args()
    given = json.loads(options.thresholds.read_text(encoding="utf-8")) if options.thresholds else {}
    export(options.weights, options.output, Thresholds(**given))
    print(f"{options.output}: {options.output.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
