-- A wished line with its item named: "one more" and "the second one" are looked up in the session, not in any text.
-- "One more" repeats the options, removals and note of the line mentioned last; what is said of it changes just that.
-- Raises: OC002 where nothing was mentioned or shown, OC008 through settle_choices.
create or replace function app.resolve_wish(p_turn app.turn, p_wish jsonb) returns jsonb
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_item jsonb := p_wish -> 'item';
  v_named jsonb;
  v_last hot.session_cart;
begin
  if v_item ? 'item_id' then
    return p_wish || jsonb_build_object('item_id', v_item ->> 'item_id');
  end if;

  if v_item ? 'shown' then
    select jsonb_build_object('item_id', shown.value ->> 'id') into v_named
    from hot.session_state s, jsonb_array_elements(s.last_shown_menu) shown
    where s.tenant_id = p_turn.tenant_id and s.session_id = p_turn.session_id
      and shown.value -> 'position' = v_item -> 'shown';
  else
    select c.* into v_last
    from hot.session_state s
    join hot.session_cart c
      on c.tenant_id = s.tenant_id and c.session_id = s.session_id and c.line_no = s.last_mentioned_line
    where s.tenant_id = p_turn.tenant_id and s.session_id = p_turn.session_id;
    if found then
      return p_wish || app.changed_wish(v_last, p_wish) || jsonb_build_object('item_id', v_last.item_id);
    end if;
  end if;
  if v_named is null then
    raise exception 'nothing was mentioned' using errcode = 'OC002';
  end if;
  return p_wish
    || jsonb_build_object('options', app.settle_choices(
         p_turn.tenant_id, v_named ->> 'item_id', coalesce(p_wish -> 'options', '[]')))
    || v_named;
end
$$;
