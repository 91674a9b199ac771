using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>A part of the tensor: a view for numbers and slices, a copy where tensors pick elements.</summary>
        public Tensor this[params TensorIndex[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        public Tensor this[params Tensor[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        public Tensor this[long i1]
        {
            get => select(0, i1);
            set => this[(TensorIndex)i1] = value;
        }

        public Tensor this[long i1, long i2]
        {
            get => this[(TensorIndex)i1, i2];
            set => this[(TensorIndex)i1, i2] = value;
        }

        public Tensor this[long i1, long i2, long i3]
        {
            get => this[(TensorIndex)i1, i2, i3];
            set => this[(TensorIndex)i1, i2, i3] = value;
        }

        public Tensor this[long i1, long i2, long i3, long i4]
        {
            get => this[(TensorIndex)i1, i2, i3, i4];
            set => this[(TensorIndex)i1, i2, i3, i4] = value;
        }

        public Tensor index(params Tensor[] indices) => Aten.indexTensor.One(this, Arg.Optional(indices));

        public Tensor index(params TensorIndex[] indices)
        {
            using var scope = NewDisposeScope();
            var (view, picks) = View(indices);
            var result = picks is null ? view : Aten.indexTensor.One(view, Arg.Optional(picks));
            return ReferenceEquals(result, this) ? Share().MoveToOuterDisposeScope() : result.MoveToOuterDisposeScope();
        }

        public Tensor index_put_(Tensor value, params Tensor[] indices) => index_put_(value, indices, false);

        public Tensor index_put_(Tensor value, Tensor[] indices, bool accumulate = false) =>
            Aten.index_put_.Self(this, Arg.Optional(indices), value, accumulate);

        public Tensor index_put_(Tensor value, params TensorIndex[] indices) => index_put_(value, indices, false);

        /// <summary>Writes the value, spread out as needed, to the part that the indices name.</summary>
        public Tensor index_put_(Tensor value, TensorIndex[] indices, bool accumulate = false)
        {
            using var scope = NewDisposeScope();
            var (view, picks) = View(indices);
            if (picks is not null)
                Aten.index_put_.Run(view, Arg.Optional(picks), value.to(dtype), accumulate);
            else if (accumulate)
                Aten.add_Tensor.Run(view, value);
            else
                Aten.copy_.Run(view, value);
            return this;
        }

        public Tensor index_put_(Scalar value, params TensorIndex[] indices)
        {
            using var scope = NewDisposeScope();
            return index_put_(full([], value, dtype, device), indices);
        }

        /// <summary>The view that numbers, slices and new dimensions give, and for each of its dimensions the tensor that picks in it.</summary>
        private (Tensor View, Tensor?[]? Picks) View(TensorIndex[] indices)
        {
            var view = this;
            var dimension = 0L;
            List<Tensor?>? picks = null;
            for (var i = 0; i < indices.Length; i++)
            {
                var place = indices[i];
                switch (place.Kind)
                {
                    case IndexKind.Number:
                        view = view.select(dimension, place.Start!.Value);
                        break;
                    case IndexKind.Slice:
                        view = place is { Start: null, Stop: null, Step: null }
                            ? view
                            : Aten.sliceTensor.One(view, dimension, place.Start, place.Stop, place.Step ?? 1);
                        dimension++;
                        break;
                    case IndexKind.NewDimension:
                        view = view.unsqueeze(dimension++);
                        break;
                    case IndexKind.Ellipsis:
                        dimension = view.dim() - indices.Skip(i + 1).Sum(Consumed);
                        break;
                    default:
                        var pick = place.Indices!;
                        picks ??= [];
                        while (picks.Count < dimension)
                            picks.Add(null);
                        picks.Add(pick);
                        dimension += Consumed(place);
                        while (picks.Count < dimension)
                            picks.Add(null);
                        break;
                }
            }
            return (view, picks is null ? null : [.. picks]);
        }

        /// <summary>How many dimensions of the tensor one place takes; a mask takes as many as it has.</summary>
        private static long Consumed(TensorIndex place) => place.Kind switch
        {
            IndexKind.Number or IndexKind.Slice => 1,
            IndexKind.Tensor => place.Indices!.dtype is ScalarType.Bool or ScalarType.Byte ? place.Indices.dim() : 1,
            _ => 0,
        };
    }
}
