-- Lets a way to pay pass that fits the open checkout, and returns the one that is meant: a card is taken in the chat where no
-- counter takes it. Raises: OC014.
create or replace function app.check_payment_method(p_turn app.turn, p_checkout hot.session_checkout, p_method text)
  returns text
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_ways jsonb := app.payment_ways(p_turn, p_checkout.order_type, p_checkout.total);
  v_method constant text := case
    when p_method = 'card' and not v_ways @> '[{"method": "card"}]' and v_ways @> '[{"method": "telegram"}]' then 'telegram'
    else p_method end;
begin
  if not v_ways @> jsonb_build_array(jsonb_build_object('method', v_method)) then
    raise exception 'payment method % is not taken', p_method
      using errcode = 'OC014', detail = jsonb_build_object('offered', (
        select string_agg(w.value ->> 'method', ', ' order by w.ordinality)
        from jsonb_array_elements(v_ways) with ordinality w));
  end if;
  return v_method;
end
$$;
