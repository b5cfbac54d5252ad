// WebGL program that draws every node type in one call: six shapes as distance fields, with an outline in the colour of the stage
// and a ring around what is selected.
import type Sigma from 'sigma';
import type { ProgramInfo } from 'sigma/rendering';
import { NodeProgram, type NodeProgramType } from 'sigma/rendering';
import type { NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import { createKeptBuffer } from './kept-buffer.ts';
import type { MapLook } from './map-look.ts';

interface ShapeData extends NodeDisplayData {
  readonly shape: number;
  /** 0 rest, 1 in focus, 2 ringed. */
  readonly emphasis: number;
}

const VERTEX = /* glsl */ `
attribute vec4 a_color;
attribute vec2 a_position;
attribute float a_size;
attribute float a_shape;
attribute float a_emphasis;
attribute float a_angle;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
varying vec4 v_color;
varying vec2 v_offset;
varying float v_radius;
varying float v_shape;
varying float v_emphasis;

void main() {
  float pixel = 2.0 * u_correctionRatio;
  v_radius = a_size / u_sizeRatio * pixel;
  // The triangle's inner circle must hold the widest shape, its outline and the ring.
  float reach = (v_radius * 1.35 + 5.0 * pixel) * 2.0;
  v_offset = reach * vec2(cos(a_angle), sin(a_angle));
  v_shape = a_shape;
  v_emphasis = a_emphasis;
  gl_Position = vec4((u_matrix * vec3(a_position + v_offset, 1)).xy, 0, 1);
  v_color = a_color;
  v_color.a *= 255.0 / 254.0;
}`;

const FRAGMENT = /* glsl */ `
precision highp float;
varying vec4 v_color;
varying vec2 v_offset;
varying float v_radius;
varying float v_shape;
varying float v_emphasis;
uniform float u_correctionRatio;
uniform float u_dim;
uniform float u_fade;
uniform vec3 u_background;
uniform vec3 u_ring;

float distanceTo(vec2 p, float r) {
  vec2 q = abs(p);
  if (v_shape < 0.5) return length(p) - r;
  if (v_shape < 1.5) return max(q.x, q.y) - r * 0.88;
  if (v_shape < 2.5) return (q.x + q.y) * 0.7071 - r * 0.9;
  if (v_shape < 3.5) return max(q.x * 0.866 + p.y * 0.5, -p.y) - r * 0.68;
  if (v_shape < 4.5) return max(q.y * 0.866 + q.x * 0.5, q.x) - r * 0.95;
  return min(max(q.x - r, q.y - r * 0.42), max(q.x - r * 0.42, q.y - r));
}

void main(void) {
  float pixel = 2.0 * u_correctionRatio;
  float d = distanceTo(v_offset, v_radius) / pixel;
  float fill = clamp(0.5 - d, 0.0, 1.0);
  float outline = clamp(1.9 - d, 0.0, 1.0);
  float ring = v_emphasis > 1.5 ? clamp(4.4 - d, 0.0, 1.0) : 0.0;
  vec3 edge = mix(u_ring, u_background, outline);
  vec3 color = mix(edge, v_color.rgb, fill);
  float alpha = max(ring, outline) * v_color.a * u_fade * (v_emphasis > 0.5 ? 1.0 : u_dim);
  gl_FragColor = vec4(color * alpha, alpha);
}`;

const UNIFORMS = ['u_sizeRatio', 'u_correctionRatio', 'u_matrix', 'u_dim', 'u_fade', 'u_background', 'u_ring'] as const;
const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
const THIRD = (2 * Math.PI) / 3;

export function createShapeProgram(look: MapLook): NodeProgramType {
  return class ShapeProgram extends NodeProgram<(typeof UNIFORMS)[number]> {
    readonly #kept = createKeptBuffer();

    /** No picking buffer, so no second pass per frame: pick-node.ts finds the node under the pointer. */
    constructor(gl: WebGLRenderingContext, _pickingBuffer: WebGLFramebuffer | null, renderer: Sigma) {
      super(gl, null, renderer);
    }

    override getDefinition() {
      return {
        VERTICES: 3,
        VERTEX_SHADER_SOURCE: VERTEX,
        FRAGMENT_SHADER_SOURCE: FRAGMENT,
        METHOD: TRIANGLES,
        UNIFORMS,
        ATTRIBUTES: [
          { name: 'a_position', size: 2, type: FLOAT },
          { name: 'a_size', size: 1, type: FLOAT },
          { name: 'a_shape', size: 1, type: FLOAT },
          { name: 'a_emphasis', size: 1, type: FLOAT },
          { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
        CONSTANT_ATTRIBUTES: [{ name: 'a_angle', size: 1, type: FLOAT }],
        CONSTANT_DATA: [[0], [THIRD], [2 * THIRD]],
      };
    }

    /** As Sigma's own, but for what is handed over. */
    protected override bindProgram(program: ProgramInfo): void {
      const { gl } = program;
      gl.bindBuffer(gl.ARRAY_BUFFER, program.constantBuffer);
      let offset = 0;
      for (const attribute of this.CONSTANT_ATTRIBUTES) offset += this.bindAttribute(attribute, program, offset, false);
      this.#kept.uploadConstant(program, this);
      gl.bindBuffer(gl.ARRAY_BUFFER, program.buffer);
      offset = 0;
      for (const attribute of this.ATTRIBUTES) offset += this.bindAttribute(attribute, program, offset, true);
      this.#kept.upload(program, this);
      gl.bindBuffer(gl.ARRAY_BUFFER, null);
    }

    override reallocate(capacity: number): void {
      if (capacity !== this.capacity) this.#kept.changeAll();
      super.reallocate(capacity);
    }

    override process(nodeIndex: number, position: number, data: NodeDisplayData): void {
      this.#kept.change(position);
      super.process(nodeIndex, position, data);
    }

    override processVisibleItem(_nodeIndex: number, at: number, data: ShapeData): void {
      this.array.set([data.x, data.y, data.size, data.shape, data.emphasis, floatColor(data.color)], at);
    }

    override setUniforms(params: RenderParams, { gl, uniformLocations: at }: ProgramInfo<(typeof UNIFORMS)[number]>): void {
      gl.uniform1f(at.u_correctionRatio, params.correctionRatio);
      gl.uniform1f(at.u_sizeRatio, params.sizeRatio);
      gl.uniformMatrix3fv(at.u_matrix, false, params.matrix);
      gl.uniform1f(at.u_dim, look.dimNodes);
      gl.uniform1f(at.u_fade, look.fade);
      gl.uniform3f(at.u_background, ...look.background);
      gl.uniform3f(at.u_ring, ...look.ring);
    }
  };
}
